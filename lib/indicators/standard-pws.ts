import type { StandardIndicator } from "@/lib/indicators/standard-type";

const mothers = "Permenkes 21/2021 tentang Pelayanan Kesehatan Masa Sebelum Hamil sampai Sesudah Melahirkan";
const newborns = "Permenkes 53/2014 tentang Pelayanan Kesehatan Neonatal Esensial";
const guide = "Pedoman PWS KIA, Kementerian Kesehatan";
const immunisation = "Permenkes 12/2017 tentang Penyelenggaraan Imunisasi";
const growth = "Permenkes 2/2020 tentang Standar Antropometri Anak";
const nutrition = "Permenkes 14/2019 tentang Pelaksanaan Teknis Surveilans Gizi";
const tuberculosis = "Perpres 67/2021 tentang Penanggulangan Tuberkulosis";
const environment = "Permenkes 2/2023 tentang Kesehatan Lingkungan";

/** The year's months add up to a share of the year's sasaran. */
const yearly = { unit: "%", form: "COVERAGE", isCumulative: true, lowerIsBetter: false, spread: "TWELFTHS" } as const;
const monthly = { unit: "%", form: "COVERAGE", isCumulative: false, lowerIsBetter: false, spread: "FLAT" } as const;
const percent = { ...monthly, form: "PERCENT", denominator: null } as const;
const cases = { form: "COUNT", isCumulative: true, lowerIsBetter: true, spread: "FLAT", denominator: null } as const;

export const standardPws: StandardIndicator[] = [
  {
    ...{ ...yearly, key: "k1", name: "Kunjungan pertama ibu hamil (K1)", topic: "Kesehatan ibu", source: mothers },
    definition: "Ibu hamil yang pertama kali diperiksa tenaga kesehatan.",
    ...{ numerator: "Ibu hamil yang diperiksa pertama kali", denominator: "Ibu hamil sasaran setahun" },
  },
  {
    ...{ ...yearly, key: "k6", name: "Pelayanan antenatal K6", topic: "Kesehatan ibu", source: mothers },
    definition:
      "Ibu hamil yang diperiksa paling sedikit enam kali: satu kali di trimester I, dua kali di trimester II, dan tiga kali di trimester III, di antaranya oleh dokter.",
    ...{ numerator: "Ibu hamil yang diperiksa paling sedikit enam kali", denominator: "Ibu hamil sasaran setahun" },
  },
  {
    ...{ ...yearly, key: "ttd-hamil", name: "Ibu hamil mendapat 90 tablet tambah darah", topic: "Gizi" },
    source: "Permenkes 88/2014 tentang Standar Tablet Tambah Darah",
    definition: "Ibu hamil yang mendapat paling sedikit 90 tablet tambah darah selama kehamilannya.",
    ...{ numerator: "Ibu hamil yang mendapat 90 tablet", denominator: "Ibu hamil sasaran setahun" },
  },
  {
    ...{ ...yearly, key: "persalinan", name: "Persalinan di fasilitas kesehatan", topic: "Kesehatan ibu" },
    source: mothers,
    definition: "Ibu bersalin yang ditolong tenaga kesehatan di fasilitas pelayanan kesehatan.",
    ...{ numerator: "Ibu yang bersalin di fasilitas kesehatan", denominator: "Ibu bersalin sasaran setahun" },
  },
  {
    ...{ ...yearly, key: "kf", name: "Kunjungan nifas lengkap (KF lengkap)", topic: "Kesehatan ibu", source: mothers },
    definition: "Ibu nifas yang dilayani empat kali dari 6 jam sampai 42 hari sesudah bersalin.",
    ...{ numerator: "Ibu nifas yang dilayani lengkap", denominator: "Ibu bersalin sasaran setahun" },
  },
  {
    ...{ ...yearly, key: "komplikasi", name: "Komplikasi kebidanan ditangani", topic: "Kesehatan ibu", source: guide },
    definition: "Ibu dengan komplikasi kebidanan yang mendapat penanganan definitif sesuai standar.",
    ...{ numerator: "Ibu dengan komplikasi yang ditangani", denominator: "20 % dari ibu hamil sasaran setahun" },
  },
  {
    ...{ ...monthly, key: "kb", name: "Peserta KB aktif", topic: "Kesehatan ibu", source: guide },
    definition: "Pasangan usia subur yang sedang memakai salah satu cara kontrasepsi.",
    ...{ numerator: "Peserta KB aktif bulan ini", denominator: "Pasangan usia subur di wilayah kerja" },
  },
  {
    ...{ ...cases, key: "kematian-ibu", name: "Kematian ibu", topic: "Kesehatan ibu", source: guide, unit: "orang" },
    definition:
      "Kematian saat hamil, bersalin, atau sampai 42 hari sesudahnya, karena kehamilan atau penanganannya, bukan karena kecelakaan.",
    numerator: "Ibu meninggal saat hamil, bersalin, atau sampai 42 hari sesudahnya",
  },
  {
    ...{ ...yearly, key: "kn1", name: "Kunjungan neonatal pertama (KN1)", topic: "Kesehatan anak", source: newborns },
    definition: "Bayi yang dilayani sesuai standar pada umur 6–48 jam.",
    ...{ numerator: "Bayi yang dilayani umur 6–48 jam", denominator: "Bayi lahir hidup sasaran setahun" },
  },
  {
    ...{ ...yearly, key: "kn", name: "Kunjungan neonatal lengkap (KN lengkap)", topic: "Kesehatan anak" },
    source: newborns,
    definition: "Bayi yang dilayani tiga kali: umur 6–48 jam, 3–7 hari, dan 8–28 hari.",
    ...{
      numerator: "Bayi yang dikunjungi tiga kali sampai umur 28 hari",
      denominator: "Bayi lahir hidup sasaran setahun",
    },
  },
  {
    ...{ ...cases, key: "kematian-bayi", name: "Kematian bayi", topic: "Kesehatan anak", source: guide, unit: "orang" },
    definition: "Bayi lahir hidup yang meninggal sebelum umur satu tahun, termasuk neonatal.",
    numerator: "Bayi meninggal sebelum umur satu tahun",
  },
  {
    ...{ ...yearly, key: "idl", name: "Imunisasi dasar lengkap (IDL)", topic: "Imunisasi", source: immunisation },
    definition: "Bayi yang sudah menerima seluruh imunisasi dasar sesuai jadwal sebelum umur satu tahun.",
    ...{ numerator: "Bayi yang lengkap imunisasi dasarnya bulan ini", denominator: "Bayi sasaran setahun" },
  },
  {
    ...{ ...yearly, key: "baduta", name: "Imunisasi lanjutan baduta", topic: "Imunisasi", source: immunisation },
    definition: "Anak umur 18–24 bulan yang menerima imunisasi lanjutan DPT-HB-Hib dan campak-rubela.",
    ...{ numerator: "Baduta yang lengkap imunisasi lanjutannya", denominator: "Baduta sasaran setahun" },
  },
  {
    ...{ ...monthly, key: "ds", name: "Balita ditimbang (D/S)", topic: "Gizi", source: nutrition },
    definition: "Balita yang ditimbang bulan ini dari semua balita di wilayah kerja.",
    ...{ numerator: "Balita yang ditimbang bulan ini (D)", denominator: "Balita di wilayah kerja (S)" },
  },
  {
    ...{ ...monthly, key: "nd", name: "Balita naik berat badannya (N/D)", topic: "Gizi", source: nutrition },
    definition: "Balita yang naik berat badannya dari semua balita yang ditimbang bulan ini.",
    ...{ numerator: "Balita yang naik berat badannya (N)", denominator: "Balita yang ditimbang bulan ini (D)" },
  },
  {
    ...{ ...monthly, key: "vitamin-a", name: "Balita mendapat vitamin A", topic: "Gizi", source: nutrition },
    definition: "Balita umur 6–59 bulan yang mendapat kapsul vitamin A pada bulan Februari dan Agustus.",
    ...{ numerator: "Balita yang mendapat kapsul", denominator: "Balita umur 6–59 bulan di wilayah kerja" },
  },
  {
    ...{ ...monthly, key: "asi", name: "ASI eksklusif 6 bulan", topic: "Gizi" },
    source: "PP 28/2024 tentang Peraturan Pelaksanaan UU Kesehatan (sebelumnya PP 33/2012)",
    definition: "Bayi yang hanya diberi ASI sampai umur enam bulan.",
    ...{ numerator: "Bayi umur 6 bulan dengan ASI eksklusif", denominator: "Bayi umur 6 bulan bulan ini" },
  },
  {
    ...{
      ...monthly,
      lowerIsBetter: true,
      key: "stunting",
      name: "Prevalensi stunting",
      topic: "Stunting",
      source: growth,
    },
    definition: "Balita dengan panjang atau tinggi badan menurut umur di bawah -2 SD.",
    ...{ numerator: "Balita stunting bulan ini", denominator: "Balita yang diukur bulan ini" },
  },
  {
    ...{
      ...monthly,
      lowerIsBetter: true,
      key: "wasting",
      name: "Prevalensi balita gizi kurang dan buruk",
      topic: "Gizi",
    },
    source: growth,
    definition: "Balita dengan berat badan menurut panjang atau tinggi badan di bawah -2 SD.",
    ...{ numerator: "Balita gizi kurang dan gizi buruk bulan ini", denominator: "Balita yang diukur bulan ini" },
  },
  {
    ...{ ...yearly, key: "gizi-buruk", name: "Balita gizi buruk dirawat", topic: "Gizi" },
    source: "Permenkes 29/2019 tentang Penanggulangan Masalah Gizi bagi Anak akibat Penyakit",
    definition: "Balita gizi buruk yang dirawat jalan atau inap sesuai tata laksana.",
    ...{
      numerator: "Balita gizi buruk yang mulai dirawat bulan ini",
      denominator: "Balita gizi buruk yang ditemukan setahun",
    },
  },
  {
    ...{
      ...yearly,
      key: "tbc-ditemukan",
      name: "Penemuan dan pengobatan kasus TBC",
      topic: "TBC",
      source: tuberculosis,
    },
    definition: "Semua kasus tuberkulosis yang ditemukan dan diobati dari perkiraan kasus setahun.",
    ...{ numerator: "Kasus TBC yang mulai diobati bulan ini", denominator: "Perkiraan kasus TBC setahun" },
  },
  {
    ...{ ...monthly, key: "tbc-berhasil", name: "Keberhasilan pengobatan TBC", topic: "TBC", source: tuberculosis },
    definition: "Pasien tuberkulosis yang sembuh atau pengobatannya lengkap dari semua yang selesai diamati.",
    ...{
      numerator: "Pasien yang sembuh atau pengobatannya lengkap",
      denominator: "Pasien yang selesai diamati bulan ini",
    },
  },
  {
    ...{ ...percent, key: "abj", name: "Angka bebas jentik (ABJ)", topic: "DBD", source: environment },
    definition: "Rumah dan bangunan tanpa jentik dari yang diperiksa; baku mutunya 95 % atau lebih.",
    numerator: "Rumah bebas jentik dari rumah yang diperiksa juru pemantau",
  },
  {
    ...{ ...cases, key: "dbd", name: "Kasus DBD", topic: "DBD", unit: "kasus" },
    source: "Permenkes 1501/2010 tentang Penyakit Menular Tertentu yang Dapat Menimbulkan Wabah",
    definition: "Penderita demam berdarah dengue yang dilaporkan dan tinggal di wilayah kerja.",
    numerator: "Kasus DBD bulan ini",
  },
  {
    ...{ ...percent, key: "odf", name: "Keluarga stop BABS (ODF)", topic: "Sanitasi" },
    source: "Permenkes 3/2014 tentang Sanitasi Total Berbasis Masyarakat",
    definition: "Keluarga yang buang air besar di jamban sehat, milik sendiri atau bersama.",
    numerator: "Keluarga yang memakai jamban sehat dari semua keluarga",
  },
  {
    ...{ ...percent, key: "phbs", name: "Rumah tangga ber-PHBS", topic: "Promosi kesehatan" },
    source: "Permenkes 2269/2011 tentang Pedoman Pembinaan PHBS",
    definition: "Rumah tangga yang memenuhi semua indikator perilaku hidup bersih dan sehat dari yang dipantau.",
    numerator: "Rumah tangga ber-PHBS dari rumah tangga yang dipantau",
  },
  {
    ...{ ...monthly, key: "posyandu", name: "Posyandu yang buka", topic: "Promosi kesehatan" },
    source: "Pedoman Umum Pengelolaan Posyandu, Kementerian Kesehatan",
    definition: "Posyandu yang membuka pelayanan bulan ini dari semua posyandu di desa.",
    ...{ numerator: "Posyandu yang buka bulan ini", denominator: "Posyandu yang ada" },
  },
];
