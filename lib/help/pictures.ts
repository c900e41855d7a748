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
  "kirim-undangan",
  "layar-absen",
  "capaian-indikator",
  "tindak-lanjut",
  "berkas-akreditasi",
] as const;

export type PictureId = (typeof pictureIds)[number];

const desk = { width: 776, height: 625 };
const phone = { width: 360, height: 560 };

export const pictures: readonly HandbookPicture[] = [
  {
    id: "kirim-undangan",
    chapter: "undangan",
    alt: "Daftar Kirim di HP: setiap yang diundang dengan tombol WhatsApp dan tanda apakah sudah dikirim.",
    ...phone,
  },
  {
    id: "layar-absen",
    chapter: "hari-h",
    alt: "Layar absen di HP: angka hadir di atas, kotak pencarian, lalu nama peserta dengan tombol Hadir.",
    ...phone,
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
    id: "berkas-akreditasi",
    chapter: "akreditasi",
    alt: "Berkas akreditasi setahun: bukti setiap kegiatan, dan apa yang belum ada.",
    ...desk,
  },
];

export function pictureOf(chapter: string): HandbookPicture | undefined {
  return pictures.find((picture) => picture.chapter === chapter);
}
