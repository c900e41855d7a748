import type { Actor } from "@/lib/actor";
import { normalForm } from "@/lib/normal-form";
import type { OrganisationKind, Role } from "@/prisma/generated/enums";

export const roleNames: Record<Role, string> = {
  DINKES_ADMIN: "Admin Dinas Kesehatan",
  DINKES_REVIEWER: "Peninjau Dinas Kesehatan",
  PUSKESMAS_ADMIN: "Admin puskesmas",
  PUSKESMAS_HEAD: "Kepala puskesmas",
  PUSKESMAS_STAFF: "Petugas puskesmas",
  PUSKESMAS_READER: "Pembaca",
};

export const roleHints: Record<Role, string> = {
  DINKES_ADMIN: "melihat semua puskesmas, mengatur instansi dan pengguna",
  DINKES_REVIEWER: "melihat semua puskesmas dan memberi catatan",
  PUSKESMAS_ADMIN: "seperti petugas, dan mengatur pengguna",
  PUSKESMAS_HEAD: "seperti petugas, atas nama kepala puskesmas",
  PUSKESMAS_STAFF: "mengisi kegiatan, undangan, kehadiran, RTL, dan mitra",
  PUSKESMAS_READER: "hanya melihat",
};

const dinkesRoles = ["DINKES_ADMIN", "DINKES_REVIEWER"] as const;
const puskesmasRoles = ["PUSKESMAS_ADMIN", "PUSKESMAS_HEAD", "PUSKESMAS_STAFF", "PUSKESMAS_READER"] as const;
export const roles = [...dinkesRoles, ...puskesmasRoles] as const satisfies readonly Role[];

export function rolesOf(kind: OrganisationKind): readonly Role[] {
  return kind === "PUSKESMAS" || kind === "HOSPITAL" ? puskesmasRoles : dinkesRoles;
}

export function isAdminRole(role: Role): boolean {
  return role === "DINKES_ADMIN" || role === "PUSKESMAS_ADMIN";
}

/** Whose account represents the office: a link for it made by somebody else is told on its start page. */
export function isHeadOfOffice({ role }: Actor): boolean {
  return role === "PUSKESMAS_HEAD" || role === "DINKES_ADMIN";
}

export function canManageUsers(actor: Actor): boolean {
  return isAdminRole(actor.role);
}

export function canonicalEmail(typed: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return normalForm(typed.slice(0, 1000).replace(/[\u0000-\u001f\u007f]/g, ""))
    .trim()
    .toLowerCase()
    .slice(0, 254);
}

export const linkHours = 72;

export function signInLinkOf(token: string): string {
  return `${process.env.APP_URL ?? ""}/masuk/tautan/${token}`;
}
