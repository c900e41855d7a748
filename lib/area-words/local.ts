import {
  type AreaWord,
  districtWords,
  generalDistrict,
  generalVillage,
  villageWords,
  ward,
} from "@/lib/area-words/official";
import { type AreaWords, generalWords } from "@/lib/area-words/words";

// A fund, a profession and a status of their own: no area calls them otherwise.
const kept = "dana desa|bidan desa|desa adat";

const general = new RegExp(
  `“[^”]*”|\\b(?:${kept}|kepala desa|desa(?: dan |/| atau |, )kelurahan|desa|kecamatan|camat)(?=(?:nya)?\\b)`,
  "gi",
);
const keptOnly = new RegExp(`^(?:“.*”|${kept})$`, "is");

/** A fixed sentence of ours in an area's words: "Pilih desa" is "Pilih kampung" in Papua. Not for what people typed, which quotes hold. */
export function inLocalWords(words: AreaWords, text: string): string {
  if (isGeneral(words)) return text;
  return text.replace(general, (found) => {
    if (keptOnly.test(found)) return found;
    const plain = found.toLowerCase();
    if (plain === "kepala desa") return headLike(found, words.villageHead);
    if (plain === "camat") return headLike(found, words.districtHead);
    return like(found, plain === "kecamatan" ? words.district : words.village);
  });
}

export function sayIn(words: AreaWords): (text: string) => string {
  return (text) => inLocalWords(words, text);
}

export function isGeneral(words: AreaWords): boolean {
  return (
    words.village === generalWords.village &&
    words.district === generalWords.district &&
    words.villageHead === generalWords.villageHead
  );
}

function like(found: string, word: string): string {
  if (found.length > 1 && found === found.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(found) ? capital(word) : word;
}

function headLike(found: string, head: string): string {
  if (found === found.toUpperCase()) return head.toUpperCase();
  return /^\p{Lu}/u.test(found) ? head : head.toLowerCase();
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const localVillage = [...new Set([...villageWords.values(), ward].map(({ word }) => word))].filter(
  (word) => word !== "desa",
);
const localDistrict = [...new Set([...districtWords.values()].map(({ word }) => word))];

/** The words and titles of every area, in small letters, as alternatives of a pattern; the longer before the shorter. */
export const anyVillageWord = ["desa", ...localVillage].join("|");
export const anyDistrictWord = ["kecamatan", ...localDistrict].join("|");
export const villageHeads = headsOf([generalVillage, ward, ...villageWords.values()]);
export const districtHeads = headsOf([generalDistrict, ...districtWords.values()]);

function headsOf(words: readonly AreaWord[]): string {
  const heads = new Set(words.map(({ head }) => head.toLowerCase()));
  return [...heads].sort((one, other) => other.length - one.length).join("|");
}

const villagePattern = new RegExp(`\\b(?:${localVillage.join("|")})\\b`, "gi");
const districtPattern = new RegExp(`\\b(?:${localDistrict.join("|")})\\b`, "gi");

/** "Kode kampung" as the general heading "Kode desa": columns are known by those, wherever a file comes from. */
export function inGeneralWords(heading: string): string {
  return heading.replace(villagePattern, "desa").replace(districtPattern, "kecamatan");
}
