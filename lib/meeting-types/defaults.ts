import type { MeetingKind } from "@/prisma/generated/enums";

export type TypeContent = {
  kind: MeetingKind;
  name: string;
  isFirst: boolean;
  inputs: readonly string[];
  outputs: readonly string[];
};

export type DefaultType = TypeContent & { key: string };

const praLokmin = (number: number, cluster: string): DefaultType => ({
  key: `pra-klaster-${number}`,
  kind: "PRE_LOKMIN",
  name: `Pra-Lokmin Klaster ${number} ${cluster}`,
  isFirst: false,
  inputs: [
    "Capaian indikator klaster bulan lalu, per desa",
    "Rencana kerja klaster bulan lalu dan hasilnya",
    "Laporan Pustu dan kader yang masuk ke klaster",
  ],
  outputs: [
    "Masalah klaster yang dibawa ke Lokmin bulanan",
    "Usulan rencana kerja klaster bulan berikutnya",
    "Notulen pra-Lokmin klaster",
  ],
});

/** Default types with inputs and outputs as Pedoman Manajemen Puskesmas and the Juknis ILP describe them. */
export const defaultTypes: readonly DefaultType[] = [
  {
    key: "bulanan-pertama",
    kind: "MONTHLY_LOKMIN",
    name: "Lokmin Bulanan Pertama",
    isFirst: true,
    inputs: [
      "RPK tahun ini",
      "Inventaris kegiatan, termasuk daerah binaan",
      "Analisis beban kerja tiap petugas",
      "Kebijakan dan program baru",
    ],
    outputs: [
      "POA tahunan puskesmas",
      "Matriks pembagian tugas dan daerah binaan",
      "Kesepakatan bersama untuk melaksanakan POA",
    ],
  },
  {
    key: "bulanan-rutin",
    kind: "MONTHLY_LOKMIN",
    name: "Lokmin Bulanan Rutin",
    isFirst: false,
    inputs: [
      "Laporan hasil kegiatan bulan lalu",
      "Capaian indikator bulan lalu (PWS), per desa",
      "Rencana awal pelaksanaan program bulan ini",
      "Informasi hasil rapat kabupaten dan kebijakan baru",
      "Hasil audit internal",
    ],
    outputs: [
      "Rencana kerja bulan berikutnya (RPK bulanan, direvisi bila perlu)",
      "Kesepakatan pemecahan masalah",
      "Bahan yang perlu disampaikan ke Dinas Kesehatan",
    ],
  },
  {
    key: "triwulanan-pertama",
    kind: "QUARTERLY_LOKMIN",
    name: "Lokmin Triwulanan Pertama",
    isFirst: true,
    inputs: [
      "Kebijakan program dan konsep baru",
      "Data capaian puskesmas periode sebelumnya, per desa",
      "Kebijakan dan rencana kegiatan tiap sektor",
      "Dukungan yang diperlukan dari lintas sektor",
      "Nama calon anggota tim tiap sektor",
    ],
    outputs: [
      "Rencana kegiatan tiap sektor yang terintegrasi",
      "Komitmen bersama yang ditandatangani",
      "Usulan bidang kesehatan untuk Musrenbang kecamatan",
    ],
  },
  {
    key: "triwulanan-rutin",
    kind: "QUARTERLY_LOKMIN",
    name: "Lokmin Triwulanan Rutin",
    isFirst: false,
    inputs: [
      "Capaian triwulan lalu per desa (PWS)",
      "Catatan hasil kesepakatan triwulan lalu dan kemajuannya",
      "Hambatan program dan dukungan tiap sektor",
      "Masalah yang sudah diprioritaskan",
    ],
    outputs: [
      "RTL yang konkret, terukur, dan terjadwal dengan penanggung jawab tiap pihak",
      "Dukungan lintas sektor untuk tiga bulan mendatang",
      "Kesepakatan bersama",
      "Notulen",
    ],
  },
  praLokmin(1, "Manajemen"),
  praLokmin(2, "Ibu dan Anak"),
  praLokmin(3, "Usia Dewasa dan Lansia"),
  praLokmin(4, "Penanggulangan Penyakit Menular dan Kesehatan Lingkungan"),
  praLokmin(5, "Lintas Klaster"),
  {
    key: "minilok-stunting",
    kind: "STUNTING_MINILOK",
    name: "Minilok Stunting Kecamatan",
    isFirst: false,
    inputs: [
      "Data keluarga berisiko stunting per desa",
      "Hasil pendampingan tim pendamping keluarga bulan lalu",
      "Hasil pengukuran balita bulan lalu",
    ],
    outputs: [
      "Keluarga sasaran yang didampingi bulan ini",
      "Rencana intervensi tiap pihak",
      "Kasus yang dibawa ke audit kasus stunting",
    ],
  },
  {
    key: "kalakarya",
    kind: "KALAKARYA",
    name: "Kalakarya",
    isFirst: false,
    inputs: ["Kerangka acuan kegiatan", "Materi dan narasumber", "Daftar peserta dan jadwal sesi", "Soal pre-test"],
    outputs: ["Hasil pre-test dan post-test", "RTL penerapan di tempat kerja", "Rencana evaluasi penerapan"],
  },
];
