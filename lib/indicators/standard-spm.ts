import type { StandardIndicator } from "@/lib/indicators/standard-type";

const source = "Permenkes 6/2024 tentang Standar Teknis SPM Kesehatan (sebelumnya Permenkes 4/2019)";

/** Who is served, and out of whom: each a share of all of them in the area within one year. */
const services: readonly (readonly [key: string, name: string, served: string, outOf: string, definition: string])[] = [
  [
    "ibu-hamil",
    "ibu hamil",
    "Ibu hamil yang dilayani sesuai standar",
    "Ibu hamil di wilayah kerja",
    "Ibu hamil yang mendapat pelayanan antenatal sesuai standar selama kehamilannya.",
  ],
  [
    "ibu-bersalin",
    "ibu bersalin",
    "Ibu bersalin yang dilayani sesuai standar di fasilitas kesehatan",
    "Ibu bersalin di wilayah kerja",
    "Ibu bersalin yang ditolong tenaga kesehatan sesuai standar di fasilitas pelayanan kesehatan.",
  ],
  [
    "bayi-baru-lahir",
    "bayi baru lahir",
    "Bayi umur 0–28 hari yang dilayani sesuai standar",
    "Bayi baru lahir di wilayah kerja",
    "Bayi umur 0–28 hari yang mendapat pelayanan neonatal esensial sesuai standar.",
  ],
  [
    "balita",
    "balita",
    "Balita yang dilayani sesuai standar",
    "Balita umur 0–59 bulan di wilayah kerja",
    "Anak umur 0–59 bulan yang mendapat pemantauan tumbuh kembang, imunisasi, vitamin A, dan pelayanan saat sakit sesuai standar.",
  ],
  [
    "usia-pendidikan-dasar",
    "usia pendidikan dasar",
    "Anak usia pendidikan dasar yang dilayani sesuai standar",
    "Anak umur 7–15 tahun di wilayah kerja",
    "Anak umur 7–15 tahun yang mendapat penjaringan atau pemeriksaan kesehatan sesuai standar, di sekolah atau di luarnya.",
  ],
  [
    "usia-produktif",
    "usia produktif",
    "Orang usia produktif yang diskrining sesuai standar",
    "Orang umur 15–59 tahun di wilayah kerja",
    "Warga umur 15–59 tahun yang mendapat edukasi dan skrining kesehatan sesuai standar.",
  ],
  [
    "usia-lanjut",
    "usia lanjut",
    "Warga usia lanjut yang diskrining sesuai standar",
    "Warga umur 60 tahun ke atas di wilayah kerja",
    "Warga umur 60 tahun ke atas yang mendapat edukasi dan skrining kesehatan sesuai standar.",
  ],
  [
    "hipertensi",
    "penderita hipertensi",
    "Penderita hipertensi yang dilayani sesuai standar",
    "Perkiraan penderita hipertensi umur 15 tahun ke atas",
    "Penderita hipertensi umur 15 tahun ke atas yang tekanan darahnya dipantau dan mendapat edukasi serta pengobatan sesuai standar.",
  ],
  [
    "diabetes",
    "penderita diabetes melitus",
    "Penderita diabetes melitus yang dilayani sesuai standar",
    "Perkiraan penderita diabetes melitus umur 15 tahun ke atas",
    "Penderita diabetes melitus umur 15 tahun ke atas yang gula darahnya dipantau dan mendapat edukasi serta pengobatan sesuai standar.",
  ],
  [
    "odgj",
    "ODGJ berat",
    "ODGJ berat yang dilayani sesuai standar",
    "Perkiraan ODGJ berat di wilayah kerja",
    "Orang dengan gangguan jiwa berat yang mendapat pemeriksaan kesehatan jiwa dan edukasi sesuai standar.",
  ],
  [
    "terduga-tbc",
    "orang terduga TBC",
    "Orang terduga TBC yang dilayani sesuai standar",
    "Orang terduga TBC di wilayah kerja",
    "Orang terduga tuberkulosis yang diperiksa klinis dan penunjang sesuai standar, diobati atau dirujuk bila perlu.",
  ],
  [
    "risiko-hiv",
    "orang dengan risiko HIV",
    "Orang dengan risiko terinfeksi HIV yang dilayani sesuai standar",
    "Orang dengan risiko terinfeksi HIV di wilayah kerja",
    "Orang dengan risiko terinfeksi HIV, antara lain ibu hamil dan pasien TBC, yang mendapat edukasi dan tes HIV sesuai standar.",
  ],
];

export const standardSpm: StandardIndicator[] = services.map(([key, name, numerator, denominator, definition]) => ({
  ...{ key: `spm-${key}`, name: `SPM ${name}`, topic: "SPM", definition, source, numerator, denominator },
  ...{ unit: "%", form: "COVERAGE", isCumulative: true, lowerIsBetter: false, spread: "TWELFTHS" },
}));
