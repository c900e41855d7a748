import { plainWords } from "@/lib/plain-words";

export type VillageChoice = { code: string; label: string };

type Village = { code: string; name: string; district: string | null };

export type TypedVillages = { codes: string[]; reason?: never } | { reason: string; codes?: never };

/** A name that comes twice says its kecamatan, or else its code. */
export function villageChoices(villages: readonly Village[]): VillageChoice[] {
  const same = (one: Village) => villages.filter(({ name }) => name === one.name);
  return villages.map((village) => {
    const namesakes = same(village);
    if (namesakes.length === 1) return { code: village.code, label: village.name };
    const ofDistrict = namesakes.filter(({ district }) => district === village.district);
    const detail = ofDistrict.length === 1 && village.district ? village.district : village.code;
    return { code: village.code, label: `${village.name} (${detail})` };
  });
}

/** "Kedaung, Baktirasa dan Sukapura", "semua desa". */
export function readTypedVillages(typed: string, choices: readonly VillageChoice[]): TypedVillages {
  const names = typed
    .slice(0, 4000)
    .split(/[,;\n]|\s(?:dan|&)\s/i)
    .map((name) => plainWords(name).replace(/^(desa|kelurahan|kel|ds) /, ""))
    .filter((name) => name !== "" && name !== "-");
  const codes: string[] = [];
  for (const name of names) {
    if (name === "semua" || name === "semua desa" || name === "seluruh desa") {
      codes.push(...choices.map(({ code }) => code));
      continue;
    }
    const [found, ...others] = matching(name, choices);
    if (!found) return { reason: `Desa “${name}” tidak ada di wilayah kerja penyelenggara` };
    if (others.length > 0)
      return { reason: `“${name}” dapat berarti ${[found, ...others].map(({ label }) => label).join(" atau ")}` };
    codes.push(found.code);
  }
  return { codes: [...new Set(codes)] };
}

function matching(name: string, choices: readonly VillageChoice[]): VillageChoice[] {
  const by = (isMeant: (label: string, code: string) => boolean) =>
    choices.filter(({ label, code }) => isMeant(plainWords(label), plainWords(code)));
  const exact = by((label, code) => label === name || code === name);
  if (exact.length > 0) return exact.slice(0, 1);
  const named = by((label) => label.startsWith(`${name} (`));
  return named.length > 0 ? named : by((label) => label.startsWith(name));
}
