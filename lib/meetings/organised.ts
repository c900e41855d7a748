import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import type { Prisma } from "@/prisma/generated/client";

const agreed = { agreedAt: { not: null } };

/** Of a meeting's organisers those who hold it: a puskesmas that was only asked is none. */
export const whoAgreed = { where: agreed } satisfies Prisma.Meeting$organisersArgs;

export function organisedBy(puskesmasId: string): Prisma.MeetingWhereInput {
  return { organisers: { some: { puskesmasId, ...agreed } } };
}

export function calledBy(actor: Actor): Prisma.MeetingWhereInput {
  const { id } = actor.organisation;
  return { OR: [organisedBy(id), { AND: [{ hostId: id }, organisedWithin(actor)] }] };
}

export function organisedWithin(actor: Actor): Prisma.MeetingWhereInput {
  return { organisers: { some: { puskesmas: organisationsWithin(actor), ...agreed } } };
}

/** Meetings that another puskesmas asked the actor's to hold together, until it answers. */
export function askedOf(actor: Actor): Prisma.MeetingWhereInput {
  if (!isPuskesmas(actor)) return { id: { in: [] } };
  return {
    organisers: { some: { puskesmasId: actor.organisation.id, agreedAt: null } },
    status: { not: "CANCELLED" },
  };
}
