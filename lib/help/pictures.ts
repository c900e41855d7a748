/** A picture of a page in the handbook; tests/e2e/handbook.spec.ts makes it (`npm run gambar`) and looks whether it still holds. */
export type HandbookPicture = {
  /** Of the file: public/bantuan/ID.webp. */
  id: PictureId;
  chapter: string;
  alt: string;
  width: number;
  height: number;
};

export const pictureIds = [
  "rencana-setahun",
  "kirim-undangan",
  "jawaban-undangan",
  "layar-absen",
  "kisi-rtl",
  "capaian-indikator",
  "tindak-lanjut",
  "laporan-tautan",
  "dokumen",
  "pelatihan",
  "matriks",
  "berkas-akreditasi",
  "langkah-kedua",
] as const;

export type PictureId = (typeof pictureIds)[number];

const desk = { width: 800, height: 625 };
const phone = { width: 360, height: 560 };

export const pictures: readonly HandbookPicture[] = [
  {
    id: "rencana-setahun",
    chapter: "hari-pertama",
    alt: "Rencana setahun: setiap Lokmin bulanan dengan tanggal, jam, dan tempat yang diusulkan, semuanya boleh diubah.",
    ...desk,
  },
  {
    id: "kirim-undangan",
    chapter: "undangan",
    alt: "Daftar Kirim di HP: setiap yang diundang dengan tombol WhatsApp dan tanda apakah sudah dikirim.",
    ...phone,
  },
  {
    id: "jawaban-undangan",
    chapter: "undangan",
    alt: "Halaman undangan di HP yang diundang: nama kegiatan, hari, tempat, lalu pilihan hadir, diwakili, atau tidak hadir.",
    width: phone.width,
    height: 680,
  },
  {
    id: "layar-absen",
    chapter: "hari-h",
    alt: "Layar absen di HP: angka hadir di atas, kotak pencarian, lalu nama peserta dengan tombol Hadir.",
    ...phone,
  },
  {
    id: "kisi-rtl",
    chapter: "notulen-rtl",
    alt: "RTL sebuah kegiatan: kisi dengan sel kegiatan, penanggung jawab, batas waktu, dan desa.",
    width: desk.width,
    height: 420,
  },
  {
    id: "capaian-indikator",
    chapter: "capaian",
    alt: "Satu indikator: garis tahun ini di samping garis target dan garis tahun lalu, masing-masing dengan angkanya.",
    ...desk,
  },
  {
    id: "tindak-lanjut",
    chapter: "tindak-lanjut",
    alt: "Daftar tindak lanjut: yang terlambat di atas, dengan penanggung jawab dan batas waktunya.",
    ...desk,
  },
  {
    id: "laporan-tautan",
    chapter: "tindak-lanjut",
    alt: "Halaman penanggung jawab di HP: RTL-nya, batas waktunya, dan tempat melaporkan kemajuan dengan foto.",
    ...phone,
  },
  {
    id: "dokumen",
    chapter: "surat",
    alt: "Dokumen sebuah kegiatan: setiap surat dapat dilihat dan diunduh; yang belum lengkap disebutkan.",
    ...desk,
  },
  {
    id: "pelatihan",
    chapter: "kalakarya",
    alt: "Pelatihan sebuah kalakarya: tujuan, sesi dengan jam pelajaran, narasumber, dan syarat lulus.",
    ...desk,
  },
  {
    id: "matriks",
    chapter: "dinkes",
    alt: "Matriks Dinas Kesehatan: puskesmas di kiri, bulan dan triwulan di atas, satu huruf status di setiap sel.",
    width: desk.width,
    height: 300,
  },
  {
    id: "berkas-akreditasi",
    chapter: "akreditasi",
    alt: "Berkas akreditasi setahun: bukti setiap kegiatan, dan apa yang belum ada.",
    ...desk,
  },
  {
    id: "langkah-kedua",
    chapter: "akun",
    alt: "Verifikasi dua langkah: aplikasi autentikator, atau kunci sandi dengan sidik jari.",
    width: desk.width,
    height: 420,
  },
];

export function picturesOf(chapter: string): readonly HandbookPicture[] {
  return pictures.filter((picture) => picture.chapter === chapter);
}
