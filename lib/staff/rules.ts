import { type Actor, isPuskesmasWriter, organisationsWithin } from "@/lib/actor";
import { daysBetween, formatDayLong } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";

/** Staff whose whole record the actor reads: those who work at an office within his sight, or worked there last. */
export function keptWithin(actor: Actor): Prisma.StaffMemberWhereInput {
  const within = organisationsWithin(actor);
  return { OR: [{ organisation: within }, { organisationId: null, lastOrganisation: within }] };
}

/** Those who worked there once: of them only what was at that office is read. */
export function workedWithin(actor: Actor): Prisma.StaffMemberWhereInput {
  return { placements: { some: { organisation: organisationsWithin(actor) } } };
}

export type KeptOffice = { id: string; parentId: string | null };

/** An office keeps the register of its own staff, a Dinkes also that of the offices directly below it. */
export function canKeepStaff(actor: Actor, office: KeptOffice): boolean {
  const { id } = actor.organisation;
  if (office.id === id) return isPuskesmasWriter(actor) || actor.role === "DINKES_ADMIN";
  return office.parentId === id && actor.role === "DINKES_ADMIN";
}

/** The same as a question to the database; null where the actor keeps no register. */
export function staffKeptBy(actor: Actor): Prisma.OrganisationWhereInput | null {
  const { id } = actor.organisation;
  if (actor.role === "DINKES_ADMIN") return { OR: [{ id }, { parentId: id }] };
  return canKeepOwnStaff(actor) ? { id } : null;
}

export function canKeepOwnStaff(actor: Actor): boolean {
  return canKeepStaff(actor, actor.organisation);
}

export type Term = { id: string; startsOn: string; endsOn: string | null };

/** Two terms of one person share a day; an open one goes on without end. */
export function overlapping<T extends Term>(others: readonly T[], term: Term): T | undefined {
  return others.find(
    (other) =>
      other.id !== term.id &&
      (term.endsOn === null || other.startsOn <= term.endsOn) &&
      (other.endsOn === null || term.startsOn <= other.endsOn),
  );
}

export function staffLinkOf(token: string): string {
  return `${process.env.APP_URL ?? ""}/d/${token}`;
}

const soonDays = 90;

/** How long a licence or a certificate is good for; without a day it is for life. */
export function expiryOf(expiresOn: string | null, today: string): { words: string; tone: "plain" | "soon" | "late" } {
  if (expiresOn === null) return { words: "Berlaku seumur hidup", tone: "plain" };
  const day = formatDayLong(expiresOn);
  if (expiresOn < today) return { words: `Habis ${day}`, tone: "late" };
  return { words: `Berlaku sampai ${day}`, tone: daysBetween(today, expiresOn) <= soonDays ? "soon" : "plain" };
}
