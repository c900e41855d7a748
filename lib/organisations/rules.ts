import { type Actor, isDinkes } from "@/lib/actor";
import { timeZones } from "@/lib/time";
import type { OrganisationKind } from "@/prisma/generated/enums";

export const organisationKindNames: Record<OrganisationKind, string> = {
  MINISTRY: "Kementerian Kesehatan",
  PROVINCIAL_DINKES: "Dinas Kesehatan Provinsi",
  DISTRICT_DINKES: "Dinas Kesehatan Kabupaten/Kota",
  PUSKESMAS: "Puskesmas",
  HOSPITAL: "Rumah sakit",
};

/** The area of the ministry: above all provinces, whose own areas name no parent. */
export const nationCode = "00";

export const timeZoneNames = [
  "Asia/Jakarta",
  "Asia/Makassar",
  "Asia/Jayapura",
] as const satisfies readonly (keyof typeof timeZones)[];

export const timeZoneOptions = timeZoneNames.map((value) => ({ value, label: timeZones[value].label }));

export function canManageOrganisations(actor: Actor): boolean {
  return isDinkes(actor) && actor.role === "DINKES_ADMIN";
}

/** A puskesmas that works without a Dinkes in this installation looks after its own name and working area. */
export function keepsOwnOffice({ role, organisation }: Actor): boolean {
  return role === "PUSKESMAS_ADMIN" && organisation.kind === "PUSKESMAS" && organisation.parentId === null;
}

export function canManageOffice(actor: Actor, id: string): boolean {
  return canManageOrganisations(actor) || (keepsOwnOffice(actor) && id === actor.organisation.id);
}

export function childKindOf(kind: OrganisationKind): "PUSKESMAS" | "DISTRICT_DINKES" | "PROVINCIAL_DINKES" | null {
  if (kind === "MINISTRY") return "PROVINCIAL_DINKES";
  if (kind === "DISTRICT_DINKES") return "PUSKESMAS";
  return kind === "PROVINCIAL_DINKES" ? "DISTRICT_DINKES" : null;
}

/**
 * What is odd about a registration code, in words; null when nothing is. Every code seen is P and ten digits, but no
 * published rule says so: a warning, never a refusal.
 */
export function registrationWarning(code: string | null): string | null {
  return code === null || /^P\d{10}$/.test(code)
    ? null
    : `Kode registrasi puskesmas biasanya huruf P dan 10 angka, misalnya P1801150101. Periksa lagi ${code}.`;
}

/** What may be put above an office that began without one. */
export const aboveNames: Partial<Record<OrganisationKind, string>> = {
  PUSKESMAS: organisationKindNames.DISTRICT_DINKES,
  DISTRICT_DINKES: organisationKindNames.PROVINCIAL_DINKES,
  PROVINCIAL_DINKES: organisationKindNames.MINISTRY,
};

export function belowName(kind: OrganisationKind): string {
  if (kind === "MINISTRY") return "Provinsi";
  return kind === "PROVINCIAL_DINKES" ? "Kabupaten dan kota" : "Puskesmas";
}

export function childName(kind: OrganisationKind): string {
  if (kind === "MINISTRY") return "provinsi";
  return kind === "PROVINCIAL_DINKES" ? "kabupaten/kota" : "puskesmas";
}

export function areaLevel(code: string): "negara" | "provinsi" | "kabupaten" | "kecamatan" | "desa" | null {
  if (code === nationCode) return "negara";
  if (/^\d{2}$/.test(code)) return "provinsi";
  if (/^\d{2}\.\d{2}$/.test(code)) return "kabupaten";
  if (/^\d{2}\.\d{2}\.\d{2}$/.test(code)) return "kecamatan";
  return /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(code) ? "desa" : null;
}

export function officeKindOf(area: { code: string }): "MINISTRY" | "PROVINCIAL_DINKES" | "DISTRICT_DINKES" {
  const level = areaLevel(area.code);
  if (level === "negara") return "MINISTRY";
  return level === "provinsi" ? "PROVINCIAL_DINKES" : "DISTRICT_DINKES";
}

export function dinkesName(area: { code: string; name: string }): string {
  if (area.code === nationCode) return organisationKindNames.MINISTRY;
  return `Dinas Kesehatan ${areaLevel(area.code) === "provinsi" ? `Provinsi ${area.name}` : area.name}`;
}
