export type AreaWord = { word: string; head: string };

/** Of the general rules and of every area not named below: UU 23/2014, UU 6/2014. */
export const generalDistrict: AreaWord = { word: "kecamatan", head: "Camat" };
export const generalVillage: AreaWord = { word: "desa", head: "Kepala Desa" };

/** Fourth part of the code from 1001: Kepmendagri 300.2.2-2430/2025, as idn-area-data has it. */
export const ward: AreaWord = { word: "kelurahan", head: "Lurah" };

const papua = ["91", "92", "93", "94", "95", "96"];
const each = (codes: readonly string[], word: string, head: string): [string, AreaWord][] =>
  codes.map((code) => [code, { word, head }]);

/** By province or kabupaten; the longest code that an area begins with counts. */
export const districtWords: ReadonlyMap<string, AreaWord> = new Map([
  // UU 21/2001 with UU 2/2021, pasal 1; the provinces made in 2022 by UU 14 to 16/2022 and UU 29/2022.
  ...each(papua, "distrik", "Kepala Distrik"),
  // Pergub DIY 25/2019.
  ...each(["34"], "kapanewon", "Panewu"),
  ...each(["34.71"], "kemantren", "Mantri Pamong Praja"),
]);

/** What the list has as desa (fourth part from 2001). Its names carry no such word, so the rule of each area counts. */
export const villageWords: ReadonlyMap<string, AreaWord> = new Map([
  // UU 11/2006, pasal 1 and 115; the other words by the qanun of the kabupaten.
  ...each(["11"], "gampong", "Keuchik"),
  ...each(["11.02"], "kute", "Pengulu Kute"),
  ...each(["11.04", "11.17"], "kampung", "Reje"),
  ...each(["11.13"], "kampung", "Pengulu"),
  ...each(["11.16"], "kampung", "Datok Penghulu"),
  ...each(["11.10"], "kampung", "Kepala Kampung"),
  ...each(["11.75"], "kampong", "Kepala Kampong"),
  ...each(["11.09"], "desa", "Kepala Desa"),
  // Perda Simalungun on nagori.
  ...each(["12.08"], "nagori", "Pangulu"),
  // Perda Sumatera Barat 7/2018: nagari in the kabupaten but Kepulauan Mentawai; the desa of its kota stayed desa.
  ...each(["13"], "nagari", "Wali Nagari"),
  ...each(["13.09", "13.71", "13.72", "13.73", "13.74", "13.75", "13.76", "13.77"], "desa", "Kepala Desa"),
  // Perda Rokan Hilir and Perda Siak on kepenghuluan and kampung.
  ...each(["14.07"], "kepenghuluan", "Penghulu"),
  ...each(["14.08"], "kampung", "Penghulu"),
  // Perda Bungo 9/2007.
  ...each(["15.08"], "dusun", "Rio"),
  // Perda of the kabupaten of Lampung: Tanggamus 11/2006 on pekon, and the like.
  ...each(["18.02", "18.05", "18.08"], "kampung", "Kepala Kampung"),
  ...each(["18.04", "18.13"], "pekon", "Peratin"),
  ...each(["18.06", "18.10"], "pekon", "Kepala Pekon"),
  ...each(["18.12"], "tiyuh", "Kepala Tiyuh"),
  // Only the head has another name.
  ...each(["32.09", "32.12"], "desa", "Kuwu"),
  ...each(["51"], "desa", "Perbekel"),
  ...each(["71.01", "71.08", "71.10", "71.11", "71.74"], "desa", "Sangadi"),
  ...each(["71.02", "71.05", "71.06", "71.07"], "desa", "Hukum Tua"),
  // Pergub DIY 25/2019.
  ...each(["34"], "kalurahan", "Lurah"),
  // Perda Berau; Perda Kutai Barat 15/2006 on petinggi, which Mahakam Ulu took over.
  ...each(["64.03"], "kampung", "Kepala Kampung"),
  ...each(["64.07", "64.11"], "kampung", "Petinggi"),
  ...each(["71.03"], "kampung", "Kapitalaung"),
  ...each(["71.09"], "kampung", "Kapitalau"),
  ...each(["73.18", "73.26"], "lembang", "Kepala Lembang"),
  // UU 21/2001, pasal 1.
  ...each(papua, "kampung", "Kepala Kampung"),
]);

/** The kota whose list has desa too; in the others there are kelurahan alone. A test compares it with the list. */
export const citiesWithVillages: ReadonlySet<string> = new Set([
  ...["11.71", "11.72", "11.73", "11.74", "11.75", "12.77", "12.78", "13.73", "13.77", "15.72"],
  ...["16.74", "32.79", "35.79", "51.71", "71.74", "81.71", "81.72", "82.72", "91.71"],
]);
