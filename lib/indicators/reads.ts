import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

const mostIndicators = 500;

const facts = {
  id: true,
  organisationId: true,
  name: true,
  definition: true,
  numerator: true,
  denominator: true,
  unit: true,
  topic: true,
  form: true,
  isCumulative: true,
  lowerIsBetter: true,
  spread: true,
  position: true,
  version: true,
  archivedAt: true,
  organisation: { select: { name: true, kind: true } },
} satisfies Prisma.IndicatorSelect;

export type IndicatorFacts = Prisma.IndicatorGetPayload<{ select: typeof facts }>;

const inOrder = [
  { position: "asc" },
  { name: "asc" },
  { id: "asc" },
] satisfies Prisma.IndicatorOrderByWithRelationInput[];

/** An office uses its own indicators and those of the offices above it. */
export function usedBy({ pathIds }: { pathIds: readonly string[] }): Prisma.IndicatorWhereInput {
  return { organisationId: { in: [...pathIds] } };
}

/** The puskesmas whose figures the actor may read, or null. */
export async function findPuskesmasInView(actor: Actor, puskesmasId: string) {
  if (!isId(puskesmasId)) return null;
  return db.organisation.findFirst({
    where: { AND: [{ id: puskesmasId, kind: "PUSKESMAS" }, organisationsWithin(actor)] },
    select: { id: true, name: true, timeZone: true, pathIds: true },
  });
}

/** The actor's own office, or a puskesmas whose figures it may read; null for any other. */
export async function findOfficeInView(actor: Actor, id: string) {
  return id === actor.organisation.id ? actor.organisation : findPuskesmasInView(actor, id);
}

export async function listIndicators(actor: Actor, officeId: string): Promise<IndicatorFacts[]> {
  const office = await findOfficeInView(actor, officeId);
  if (!office) return [];
  return db.indicator.findMany({
    where: { ...usedBy(office), archivedAt: null },
    orderBy: inOrder,
    take: mostIndicators,
    select: facts,
  });
}

export async function listVillages(actor: Actor, puskesmasId: string): Promise<{ code: string; name: string }[]> {
  const puskesmas = await findPuskesmasInView(actor, puskesmasId);
  if (!puskesmas) return [];
  return db.area.findMany({
    where: { workingAreas: { some: { puskesmasId } } },
    orderBy: { code: "asc" },
    take: 1000,
    select: { code: true, name: true },
  });
}

export async function listDefinitions(actor: Actor): Promise<IndicatorFacts[]> {
  return db.indicator.findMany({
    where: definitionsOf(actor),
    orderBy: inOrder,
    take: mostIndicators,
    select: facts,
  });
}

/** Those of the offices within the actor's, and those that go to its own puskesmas. */
export function definitionsWithin(actor: Actor): Prisma.IndicatorWhereInput {
  return { OR: [definitionsOf(actor), { organisation: organisationsWithin(actor) }] };
}

function definitionsOf(actor: Actor): Prisma.IndicatorWhereInput {
  if (isPuskesmas(actor)) return usedBy(actor.organisation);
  const below = { organisation: { AND: [organisationsWithin(actor), { kind: { not: "PUSKESMAS" as const } }] } };
  return { OR: [usedBy(actor.organisation), below] };
}

/** One definition, with whether anything was entered for it anywhere; null where the actor has none such. */
export async function findDefinition(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const found = await db.indicator.findFirst({ where: { AND: [{ id }, definitionsOf(actor)] }, select: facts });
  if (!found) return null;
  const value = await db.indicatorValue.findFirst({ where: { indicatorId: id }, select: { year: true } });
  return { ...found, hasValues: value !== null };
}

export async function listTopics(actor: Actor): Promise<string[]> {
  const rows = await db.indicator.findMany({
    where: { AND: [definitionsOf(actor), { topic: { not: null } }] },
    distinct: ["topic"],
    orderBy: { topic: "asc" },
    take: 100,
    select: { topic: true },
  });
  return rows.flatMap(({ topic }) => topic ?? []);
}
