import { type Actor, isDinkes } from "@/lib/actor";
import type { OrganisationKind } from "@/prisma/generated/enums";

export function canReadClusters(actor: Actor): boolean {
  return isDinkes(actor);
}

export function canManageClusters(actor: Actor): boolean {
  return isDinkes(actor) && actor.role === "DINKES_ADMIN";
}

export type StandInState = "COMING" | "NOW" | "PAST";

export function standInState(
  days: { since: string; until: string; endedAt: Date | null },
  today: string,
): StandInState {
  if (days.endedAt || days.until < today) return "PAST";
  return days.since > today ? "COMING" : "NOW";
}

export type MemberWords = { plural: string; capital: string; legend: string };

const puskesmasWords: MemberWords = {
  plural: "puskesmas",
  capital: "Puskesmas",
  legend: "Puskesmas dan rumah sakit dalam klaster ini",
};

/** What the clusters of an office are made of: what is directly below it. */
export const memberWords: Record<OrganisationKind, MemberWords> = {
  MINISTRY: { plural: "provinsi", capital: "Provinsi", legend: "Provinsi dalam klaster ini" },
  PROVINCIAL_DINKES: {
    plural: "kabupaten/kota",
    capital: "Kabupaten/kota",
    legend: "Kabupaten/kota dan rumah sakit dalam klaster ini",
  },
  DISTRICT_DINKES: puskesmasWords,
  PUSKESMAS: puskesmasWords,
  HOSPITAL: puskesmasWords,
};
