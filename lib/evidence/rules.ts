import { type Actor, isPuskesmas } from "@/lib/actor";
import type { MeetingKind, MeetingStatus } from "@/prisma/generated/enums";

export const checkNames = {
  undangan: "undangan dalam aplikasi",
  "daftar-hadir": "kehadiran yang tercatat, atau pindaian daftar hadir",
  notulen: "catatan notulen",
  foto: "foto kegiatan",
  permasalahan: "permasalahan dalam notulen atau daftar masalah",
  hambatan: "hambatan dalam notulen",
  rekomendasi: "rekomendasi dalam notulen",
  keputusan: "keputusan dalam notulen",
  "tanya-jawab": "tanya jawab dalam notulen",
  "janji-lalu": "status setiap RTL lalu yang masih terbuka",
  rtl: "paling sedikit satu RTL",
  "evaluasi-pelatihan": "evaluasi pelatihan yang diisi peserta",
  "evaluasi-penerapan": "evaluasi penerapan setiap peserta beserta ringkasannya",
  "penerapan-peserta": "evaluasi penerapan setiap peserta yang hadir",
} as const;

export type EvidenceCheck = keyof typeof checkNames;

export function isCheck(word: string | null): word is EvidenceCheck {
  return word !== null && Object.hasOwn(checkNames, word);
}

export const checkRooms: Record<EvidenceCheck, { path: string; name: string }> = {
  undangan: { path: "/undangan", name: "Undangan" },
  "daftar-hadir": { path: "/kehadiran", name: "Kehadiran" },
  notulen: { path: "/notulen", name: "Notulen" },
  foto: { path: "/foto", name: "Foto kegiatan" },
  permasalahan: { path: "/notulen", name: "Notulen" },
  hambatan: { path: "/notulen", name: "Notulen" },
  rekomendasi: { path: "/notulen", name: "Notulen" },
  keputusan: { path: "/notulen", name: "Notulen" },
  "tanya-jawab": { path: "/notulen", name: "Notulen" },
  "janji-lalu": { path: "/janji", name: "RTL lalu" },
  rtl: { path: "/rtl", name: "RTL" },
  "evaluasi-pelatihan": { path: "/evaluasi", name: "Evaluasi" },
  "evaluasi-penerapan": { path: "/evaluasi", name: "Evaluasi" },
  "penerapan-peserta": { path: "/evaluasi", name: "Evaluasi" },
};

/** Whether a lack is one already: before the meeting runs nothing is due, while it runs only who was invited. */
export function isEvidenceDue({ check }: { check: EvidenceCheck | null }, status: MeetingStatus): boolean {
  return status === "CLOSED" || (status === "IN_PROGRESS" && check === "undangan");
}

export function groundName(ep: string): string {
  return /^\d/.test(ep) ? `EP ${ep}` : ep;
}

export type Rule = {
  key: string;
  /** Number of the element penilaian, "1.6.2 a", or another ground. */
  ep: string;
  text: string;
  kinds: readonly MeetingKind[];
  /** Only meetings of these types, "triwulanan-pertama"; every type of its kinds where left out. */
  typeKeys?: readonly string[];
  isRequired: boolean;
  check: EvidenceCheck | null;
  position: number;
};

export type ListedRule = Rule & { isHidden: boolean; origin: "default" | "changed" | "own" };

export type OwnRule = Omit<Rule, "check" | "typeKeys"> & { check: string | null; isHidden: boolean };

export const fixedKey = "janji-lalu";

export function asksForCarryOver(kind: MeetingKind): boolean {
  return kind !== "KALAKARYA";
}

export function mergeRules(standard: readonly Rule[], own: readonly OwnRule[]): ListedRule[] {
  const ownByKey = new Map(own.map((rule) => [rule.key, rule]));
  const merged = standard.map((rule): ListedRule => {
    const mine = rule.key === fixedKey ? undefined : ownByKey.get(rule.key);
    if (!mine) return { ...rule, isHidden: false, origin: "default" };
    return { ...rule, ...withKnownCheck(mine), origin: saysTheSame(rule, mine) ? "default" : "changed" };
  });
  const known = new Set(standard.map((rule) => rule.key));
  const added = own
    .filter((rule) => !known.has(rule.key))
    .map((rule): ListedRule => ({ ...withKnownCheck(rule), origin: "own" }));
  return [...merged, ...added].sort((a, b) => a.position - b.position || a.key.localeCompare(b.key));
}

function withKnownCheck(rule: OwnRule) {
  return { ...rule, check: isCheck(rule.check) ? rule.check : null };
}

function saysTheSame(standard: Rule, own: OwnRule): boolean {
  return (
    standard.ep === own.ep &&
    standard.text === own.text &&
    standard.check === own.check &&
    standard.isRequired === own.isRequired &&
    [...standard.kinds].sort().join() === [...own.kinds].sort().join()
  );
}

export function appliesTo(rule: ListedRule, meeting: { kind: MeetingKind; typeKey: string | null }): boolean {
  if (rule.isHidden || !rule.kinds.includes(meeting.kind)) return false;
  return !rule.typeKeys || (meeting.typeKey !== null && rule.typeKeys.includes(meeting.typeKey));
}

export function canWriteRules(actor: Actor): boolean {
  return isPuskesmas(actor) && (actor.role === "PUSKESMAS_ADMIN" || actor.role === "PUSKESMAS_HEAD");
}
