import { anyDistrictWord, anyVillageWord, districtHeads, villageHeads } from "@/lib/area-words/local";
import { sectorOrder } from "@/lib/directory/rules";
import { plainWords } from "@/lib/plain-words";
import type { Sector } from "@/prisma/generated/enums";

// What a jabatan says of itself: its sector, and its place in the protocol within it. Proposed, never decided.

const sectorsByWords: readonly (readonly [Sector, RegExp])[] = [
  [
    "SECURITY",
    /\b(danramil|babinsa|kapolsek|kapolres|dandim|bhabinkamtibmas|babinkamtibmas|koramil|polsek|polri|tni)\b/,
  ],
  ["DINKES", /\b(dinas kesehatan|dinkes)\b/],
  [
    "HEALTH",
    /\b(puskesmas|pustu|bidan|perawat|dokter|sanitarian|nutrisionis|promkes|penanggung jawab (klaster|program)|kepala tata usaha)\b/,
  ],
  ["NETWORK", /\b(klinik|rumah sakit|rsud|apotek|praktik mandiri)\b/],
  ["FAMILY_PLANNING", /\b(keluarga berencana|penyuluh kb|plkb|bkkbn|dp3ap2kb|kb)\b/],
  ["EDUCATION", /\b(sekolah|sd|sdn|smp|smpn|sma|sman|smk|paud|tk|pendidikan|madrasah|guru)\b/],
  ["RELIGION", /\b(kua|agama|penghulu|imam|pendeta|pastor|pesantren|masjid|gereja)\b/],
  [
    "DESA",
    new RegExp(
      `\\b(?:${anyVillageWord}|${villageHeads}|dusun|rt|rw|bpd|posyandu|kader|kadus|lpm|karang taruna|tokoh masyarakat)\\b`,
    ),
  ],
  ["KECAMATAN", new RegExp(`\\b(?:sekcam|${anyDistrictWord}|${districtHeads})\\b`)],
  ["LOCAL_AGENCY", /\b(dinas|badan|bappeda|bpbd|upt|uptd)\b/],
];

export function proposeSector(title: string, institution: string, hasVillage: boolean): Sector {
  const find = (words: string) => sectorsByWords.find(([, pattern]) => pattern.test(words))?.[0];
  return find(plainWords(title)) ?? find(plainWords(institution)) ?? (hasVillage ? "DESA" : "OTHER");
}

const stepsByWords: readonly (readonly [number, RegExp])[] = [
  [0, new RegExp(`^(?:danramil|${districtHeads}|${villageHeads}|kepala (?:dinas|puskesmas))\\b`)],
  [1, /^(sekretaris|sekcam|sekdes|kapolsek|kepala tata usaha)\b/],
  [2, /^(ketua (tp )?pkk|ketua bpd|kasi|kasubbag|kabid|kepala (bidang|seksi))\b/],
  [5, /^(kaur|kepala urusan|staf|babinsa|dokter)\b/],
  [6, /^(kadus|kepala dusun|bhabinkamtibmas|bidan|perawat)\b/],
  [8, /^(ketua )?(rt|rw)\b/],
  [9, /^kader\b/],
];

export function proposeOrder(title: string, sector: Sector): number {
  const words = plainWords(title);
  return sectorOrder[sector] + (stepsByWords.find(([, pattern]) => pattern.test(words))?.[0] ?? 0);
}

export function isProposedOrder(order: number, title: string, sector: Sector): boolean {
  return order === sectorOrder[sector] || order === proposeOrder(title, sector);
}

const single = new RegExp(
  `^(?:${districtHeads}|${villageHeads}|sekretaris (?:camat|${anyDistrictWord}|${anyVillageWord})|kapolsek|danramil|kepala (?:puskesmas|dinas.*|kua)|ketua tp pkk (?:${anyVillageWord}|${anyDistrictWord}))$`,
);

export function isHeldByOne(title: string): boolean {
  return single.test(plainWords(title));
}
