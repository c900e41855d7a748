import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

export function competencesFor(actor: Actor): Prisma.CompetenceWhereInput {
  const { pathIds } = actor.organisation;
  return { organisationId: { in: [...pathIds] }, archivedAt: null };
}

export function listCompetenceChoices(actor: Actor) {
  return db.competence.findMany({
    where: competencesFor(actor),
    orderBy: { name: "asc" },
    take: 200,
    select: { id: true, name: true, organisation: { select: { name: true } } },
  });
}
