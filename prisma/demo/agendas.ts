/** The usual course of a Lokmin lintas sektor. */
export const quarterlyAgenda = [
  { topic: "Pembukaan dan sambutan Camat", minutes: 25, presenter: "Camat" },
  { topic: "Evaluasi rencana tindak lanjut triwulan lalu", minutes: 25, presenter: "Kepala Puskesmas" },
  { topic: "Capaian program dan masalah per desa", minutes: 50, presenter: "Penanggung jawab klaster" },
  { topic: "Tanya jawab dan dukungan tiap sektor", minutes: 45 },
  { topic: "Penyusunan rencana tindak lanjut", minutes: 45, presenter: "Kepala Puskesmas" },
  { topic: "Kesimpulan dan penutup", minutes: 20 },
];

/** The usual course of a Lokmin bulanan. */
export const monthlyAgenda = [
  { topic: "Pembukaan", minutes: 10, presenter: "Kepala Puskesmas" },
  { topic: "Rencana kerja bulan lalu dan hasilnya", minutes: 40, presenter: "Penanggung jawab klaster" },
  { topic: "Pembahasan masalah dan hambatan", minutes: 40 },
  { topic: "Rencana kerja bulan berikutnya", minutes: 30, presenter: "Kepala Puskesmas" },
];
