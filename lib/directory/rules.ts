import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { anyVillageWord, capital } from "@/lib/area-words/local";
import { wordFor } from "@/lib/area-words/words";
import { plainWords } from "@/lib/plain-words";
import type { HolderPrefix, Sector } from "@/prisma/generated/enums";

export const sectorNames: Record<Sector, string> = {
  KECAMATAN: "Kecamatan",
  SECURITY: "TNI dan Polri",
  DESA: "Desa dan kelurahan",
  HEALTH: "Puskesmas dan jaringannya",
  DINKES: "Dinas Kesehatan",
  EDUCATION: "Pendidikan",
  RELIGION: "Agama",
  FAMILY_PLANNING: "Keluarga berencana",
  LOCAL_AGENCY: "OPD lain",
  NETWORK: "Klinik, rumah sakit, apotek",
  OTHER: "Lainnya",
};

export const sectors = [
  "KECAMATAN",
  "DINKES",
  "SECURITY",
  "LOCAL_AGENCY",
  "EDUCATION",
  "RELIGION",
  "FAMILY_PLANNING",
  "DESA",
  "NETWORK",
  "HEALTH",
  "OTHER",
] as const satisfies readonly Sector[];

export const holderPrefixes = ["PLT", "PLH", "PJ"] as const satisfies readonly HolderPrefix[];

export const prefixNames: Record<HolderPrefix, string> = { PLT: "Plt.", PLH: "Plh.", PJ: "Pj." };

export const sectorOrder: Record<Sector, number> = {
  KECAMATAN: 10,
  DINKES: 20,
  SECURITY: 30,
  LOCAL_AGENCY: 40,
  EDUCATION: 42,
  RELIGION: 44,
  FAMILY_PLANNING: 46,
  DESA: 50,
  NETWORK: 70,
  HEALTH: 80,
  OTHER: 100,
};

const endsInVillageWord = new RegExp(`\\b(?:${anyVillageWord})$`, "i");

type PlacedSeat = { title: string; institution: string; village?: { code: string; name: string } | null };

export function placedTitle({ title, institution, village }: PlacedSeat): string {
  if (!village || plainWords(`${title} ${institution}`).includes(plainWords(village.name))) return title;
  if (endsInVillageWord.test(title)) return `${title} ${village.name}`;
  return `${title} ${capital(wordFor(village.code, "village").word)} ${village.name}`;
}

export function seatName(seat: { title: string; prefix?: HolderPrefix | null | undefined }): string {
  return seat.prefix ? `${prefixNames[seat.prefix]} ${seat.title}` : seat.title;
}

/**
 * Every spelling people use for one mobile number, as digits "628…"; null when it is none. Landlines come back as they
 * are dialled abroad ("62…"), letters and short numbers as null.
 */
export function normalisePhone(text: string): string | null {
  // A number copied from a contact carries invisible direction marks and typographic dashes.
  const visible = text.replace(/\p{Cf}/gu, "");
  if (/[^\d\s+().\p{Pd}]/u.test(visible)) return null;
  let digits = visible.replace(/\D/g, "").replace(/^00/, "");
  if (digits.startsWith("620")) digits = `62${digits.slice(3)}`;
  else if (digits.startsWith("0")) digits = `62${digits.slice(1)}`;
  else if (digits.startsWith("8")) digits = `62${digits}`;
  if (isMobile(digits)) return digits;
  return /^62[2-7]\d{6,11}$/.test(digits) ? digits : null;
}

export function isMobile(phone: string): boolean {
  return /^628[1-9]\d{6,11}$/.test(phone);
}

export function formatPhone(phone: string): string {
  return `0${phone.slice(2)}`.replace(/^(\d{4})(\d{4})(\d+)$/, "$1-$2-$3");
}

export const commonTitles = [
  "Camat",
  "Sekretaris Kecamatan",
  "Kasi Kesejahteraan Rakyat",
  "Ketua TP PKK Kecamatan",
  "Danramil",
  "Kapolsek",
  "Kepala Desa",
  "Lurah",
  "Sekretaris Desa",
  "Ketua TP PKK Desa",
  "Bidan Desa",
  "Kader Posyandu",
  "Kepala Puskesmas",
  "Kepala Tata Usaha",
  "Penanggung Jawab Klaster",
  "Kepala Dinas Kesehatan",
  "Koordinator Wilayah Pendidikan",
  "Kepala KUA",
  "Penyuluh KB",
] as const;

export function canWriteDirectory(actor: Actor): boolean {
  return isPuskesmasWriter(actor);
}

/** A Dinkes has no directory; of its own seats it has the head's alone. */
export function canKeepOfficeHead(actor: Actor): boolean {
  return canWriteDirectory(actor) || actor.role === "DINKES_ADMIN";
}

export type OfficeHead = {
  title: string;
  prefix: HolderPrefix | null;
  name: string;
  ownPost: string | null;
  rank: string | null;
  nip: string | null;
  /** False where nobody recorded since when he holds the seat: he may not have held it on that day. */
  isSinceKnown: boolean;
};

/** "A, Plt. Kepala Puskesmas, Pembina, IV/a, NIP 19800101 200501 2 001" */
export function officeHeadWords({ title, prefix, name, rank, nip }: OfficeHead): string {
  return [name, seatName({ title, prefix }), rank, nip && `NIP ${formatNip(nip)}`].filter(Boolean).join(", ");
}

export function formatNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, "$1 $2 $3 $4");
}
