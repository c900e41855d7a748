/** Words of the field that a newcomer meets on these pages, in the order of the alphabet. */
export const fieldWords = {
  EP: "elemen penilaian: satu hal yang dinilai surveior akreditasi puskesmas, misalnya EP 1.6.2",
  Eskalasi: "masalah yang diajukan kepada Dinkes karena di luar wewenang puskesmas",
  JPL: "jam pelajaran pelatihan, 45 menit",
  Kalakarya: "pelatihan di tempat kerja, dengan sesi, tes, dan evaluasi penerapan sesudahnya",
  Lokmin: "lokakarya mini: pertemuan bulanan staf puskesmas, dan triwulanan bersama lintas sektor",
  "Plt., Plh., Pj.": "pelaksana tugas, pelaksana harian, penjabat: yang menjalankan jabatan untuk sementara",
  PWS: "pemantauan wilayah setempat: capaian setiap desa dibandingkan dengan targetnya, bulan demi bulan",
  RTL: "rencana tindak lanjut: apa yang disepakati, siapa penanggung jawabnya, dan batas waktunya",
  Sasaran: "jumlah orang yang seharusnya dilayani di sebuah desa dalam setahun, misalnya semua bayi",
  SIP: "surat izin praktik: izin bekerja di satu tempat",
  SKP: "satuan kredit profesi; hanya dicatat bila diberikan penyelenggara yang berwenang",
  STR: "surat tanda registrasi tenaga kesehatan",
  TPCB: "tim pembina cluster binaan: petugas Dinas Kesehatan yang membina sekelompok puskesmas",
  USG: "urgensi, keseriusan, pertumbuhan: tiga nilai 1 sampai 5 untuk mengurutkan masalah",
} as const;

export type FieldWord = keyof typeof fieldWords;
