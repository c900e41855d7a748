import { anyDistrictWord, anyVillageWord } from "@/lib/area-words/local";
import type { Db } from "@/lib/db";
import { villageCodeIn } from "@/lib/imports/villages";
import { plainWords } from "@/lib/plain-words";

export type Area = { code: string; name: string };
export type District = Area & { villages: readonly Area[] };

/** The kecamatan of a kabupaten with their desa; of a province its kabupaten, without anything below. */
export async function readDistricts(tx: Db, areaCode: string): Promise<District[]> {
  const rows = await tx.area.findMany({
    where: { parentCode: areaCode },
    orderBy: { code: "asc" },
    select: { code: true, name: true, children: { orderBy: { code: "asc" }, select: { code: true, name: true } } },
  });
  const isRegency = areaCode.length === 5;
  return rows.map(({ code, name, children }) => ({ code, name, villages: isRegency ? children : [] }));
}

const districtPrefix = new RegExp(`^(?:kec|${anyDistrictWord}) `);
const villagePrefix = new RegExp(`^(?:ds|kel|${anyVillageWord}) (?=.)`);

export const bareDistrict = (text: string) => plainWords(text).replace(districtPrefix, "");
const bareVillage = (text: string) => plainWords(text).replace(villagePrefix, "");

export function findDistrict(text: string, districts: readonly District[]): District | { reason: string } {
  const code = text.replace(/\s/g, "").replace(/^(\d{2})(\d{2})(\d{2})$/, "$1.$2.$3");
  const found = /^\d/.test(code)
    ? districts.find((district) => district.code === code)
    : districts.find(({ name }) => bareDistrict(name) === bareDistrict(text));
  return (
    found ?? {
      reason: `Kecamatan “${short(text)}” tidak ada di wilayah kantor Anda: periksa namanya, atau tulis kodenya`,
    }
  );
}

const all = new RegExp(`^(?:semua|seluruh)(?: (?:${anyVillageWord}))*(?: di)?(?: (.+))?$`);

export function villagesIn(
  text: string,
  own: District | null,
  districts: readonly District[],
): { codes: string[]; reasons: string[] } {
  const codes = new Set<string>();
  const reasons: string[] = [];
  for (const piece of text.split(/[;\n]/).map((part) => part.trim().replace(/^(?:\d{1,3}[.)]|[-•])\s+/, ""))) {
    if (piece === "") continue;
    const meant = meantBy(piece, own, districts);
    if ("reason" in meant) reasons.push(meant.reason);
    else for (const code of meant.codes) codes.add(code);
  }
  return { codes: [...codes], reasons };
}

function meantBy(
  piece: string,
  own: District | null,
  districts: readonly District[],
): { codes: string[] } | { reason: string } {
  const words = plainWords(piece);
  const whole = all.exec(words);
  if (whole && !whole[1])
    return own ? wholeOf(own) : { reason: "Tulis kecamatannya: “semua” berarti seluruh desa di sana" };
  const compact = piece.replace(/\s/g, "");
  if (whole?.[1] || districtPrefix.test(words) || /^\d{2}\.?\d{2}\.?\d{2}$/.test(compact)) {
    const district = findDistrict(whole?.[1] ?? piece, districts);
    return "reason" in district ? district : wholeOf(district);
  }
  const code = villageCodeIn(piece);
  if (code) return ofCode(code, districts);
  return ofName(piece, own, districts);
}

function ofCode(code: string, districts: readonly District[]): { codes: string[] } | { reason: string } {
  const isKnown = districts.some(({ villages }) => villages.some((village) => village.code === code));
  return isKnown ? { codes: [code] } : { reason: `Kode desa ${code} tidak ada di wilayah kantor Anda` };
}

function ofName(piece: string, own: District | null, districts: readonly District[]) {
  const inDistrict = /^(.*\S)\s*\(([^()]+)\)$/.exec(piece);
  const wanted = bareVillage(piece);
  const named = (district: District, name: string) =>
    district.villages.filter((village) => bareVillage(village.name) === name);
  const here = own ? named(own, wanted) : [];
  const found = here.length > 0 ? here : districts.flatMap((district) => named(district, wanted));
  const [first, second] = found;
  if (first && !second) return { codes: [first.code] };
  if (second)
    return {
      reason: `Ada ${found.length} desa bernama ${second.name}: tulis kodenya (${found
        .slice(0, 4)
        .map(({ code }) => code)
        .join(" atau ")})`,
    };
  if (inDistrict?.[1] && inDistrict[2]) {
    const district = findDistrict(inDistrict[2], districts);
    const [one] = "reason" in district ? [] : named(district, bareVillage(inDistrict[1]));
    if (one) return { codes: [one.code] };
  }
  return { reason: `Desa “${short(piece)}” tidak ada di wilayah kantor Anda: periksa namanya, atau tulis kodenya` };
}

const wholeOf = ({ villages }: District) => ({ codes: villages.map(({ code }) => code) });

export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).replace(/\p{Cs}$/u, "")}…` : text;
}
