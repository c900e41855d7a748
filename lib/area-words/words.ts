import {
  type AreaWord,
  citiesWithVillages,
  districtWords,
  generalDistrict,
  generalVillage,
  villageWords,
  ward,
} from "@/lib/area-words/official";

export type AreaLevel = "district" | "village";

/** What an area's own third and fourth level are called there, and who leads them. */
export type AreaWords = { district: string; districtHead: string; village: string; villageHead: string };

export type VillageKinds = "VILLAGES" | "WARDS" | "BOTH";

/** @param areaCode of any level: "91", "91.03", "91.03.01" or "91.03.01.2004" */
export function wordFor(areaCode: string, level: AreaLevel): AreaWord {
  if (level === "village" && isWard(areaCode)) return ward;
  const [words, general] = level === "district" ? [districtWords, generalDistrict] : [villageWords, generalVillage];
  return words.get(areaCode.slice(0, 5)) ?? words.get(areaCode.slice(0, 2)) ?? general;
}

export function isWard(villageCode: string): boolean {
  return villageCode.charAt(9) === "1";
}

export function villageKindsOf(villageCodes: Iterable<string>): VillageKinds | null {
  const kinds = new Set([...villageCodes].map(isWard));
  if (kinds.size === 2) return "BOTH";
  const [wards] = kinds;
  return wards === undefined ? null : wards ? "WARDS" : "VILLAGES";
}

/**
 * @param areaCode the kecamatan of a puskesmas, or the kabupaten or province of a Dinkes
 * @param kinds of its working area; null where it has none
 */
export function areaWordsOf(areaCode: string, kinds: VillageKinds | null): AreaWords {
  const district = wordFor(areaCode, "district");
  const village = wordFor(areaCode.slice(0, 8), "village");
  const both = { word: `${village.word}/${ward.word}`, head: `${village.head}/${ward.head}` };
  const chosen = { VILLAGES: village, WARDS: ward, BOTH: both }[kinds ?? likelyKinds(areaCode)];
  return {
    district: district.word,
    districtHead: district.head,
    village: chosen.word,
    villageHead: chosen.head === "Lurah/Lurah" ? "Lurah" : chosen.head,
  };
}

function likelyKinds(areaCode: string): VillageKinds {
  const isCity = /^\d{2}\.7\d/.test(areaCode);
  if (!isCity) return "VILLAGES";
  if (!citiesWithVillages.has(areaCode.slice(0, 5))) return "WARDS";
  // No kota of Aceh has kelurahan.
  return areaCode.startsWith("11") ? "VILLAGES" : "BOTH";
}

export function wordsOfVillages(villageCodes: readonly string[]): AreaWords {
  const [first] = villageCodes;
  return first ? areaWordsOf(first.slice(0, 8), villageKindsOf(villageCodes)) : generalWords;
}

export const generalWords: AreaWords = areaWordsOf("18.01", null);
