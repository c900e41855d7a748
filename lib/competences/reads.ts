import { type Actor, organisationsWithin } from "@/lib/actor";
import { gapsSql } from "@/lib/competences/gaps-sql";
import { db, isId } from "@/lib/db";
import { dayOf } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";
import type { Profession } from "@/prisma/generated/enums";

const shown = {
  id: true,
  name: true,
  validMonths: true,
  version: true,
  archivedAt: true,
  organisation: { select: { id: true, name: true } },
  professions: { select: { profession: true, leastStaff: true }, orderBy: { profession: "asc" } },
} satisfies Prisma.CompetenceSelect;

/** What the actor's office asks, what the offices above it ask, and what those below it ask of their own. */
function seenBy(actor: Actor): Prisma.CompetenceWhereInput {
  const { pathIds } = actor.organisation;
  return { OR: [{ organisationId: { in: [...pathIds] } }, { organisation: organisationsWithin(actor) }] };
}

export type CompetenceSums = { staff: number; held: number; missing: number; puskesmas: number; lacking: number };

type SumRow = CompetenceSums & { competenceId: string };

const none: CompetenceSums = { staff: 0, held: 0, missing: 0, puskesmas: 0, lacking: 0 };

/** Each competence with who has it and who lacks it, over the puskesmas the actor sees. */
export async function listCompetences(actor: Actor, now: Date) {
  const today = dayOf(now, actor.organisation.timeZone);
  const [competences, rows] = await Promise.all([
    db.competence.findMany({ where: seenBy(actor), select: shown, orderBy: [{ name: "asc" }, { id: "asc" }] }),
    db.$queryRaw<SumRow[]>`
      WITH ${gapsSql(actor, today)}
      SELECT g."competenceId", sum(g.staff)::int AS staff, sum(g.held)::int AS held, sum(g.missing)::int AS missing,
        count(DISTINCT g."officeId")::int AS puskesmas,
        (count(DISTINCT g."officeId") FILTER (WHERE g.missing > 0))::int AS lacking
      FROM gap g GROUP BY g."competenceId"`,
  ]);
  const sums = new Map(rows.map(({ competenceId, ...counts }) => [competenceId, counts]));
  return competences.map((competence) => ({ ...competence, sums: sums.get(competence.id) ?? none }));
}

export async function findCompetence(actor: Actor, id: string) {
  if (!isId(id)) return null;
  return db.competence.findFirst({ where: { AND: [{ id }, seenBy(actor)] }, select: shown });
}

export type Gap = {
  officeId: string;
  office: string;
  profession: Profession;
  leastStaff: number | null;
  staff: number;
  held: number;
  missing: number;
};

export async function listGaps(actor: Actor, competenceId: string, now: Date, take = 200): Promise<Gap[]> {
  if (!isId(competenceId)) return [];
  const today = dayOf(now, actor.organisation.timeZone);
  return db.$queryRaw<Gap[]>`
    WITH ${gapsSql(actor, today, competenceId)}
    SELECT g."officeId", g.office, g.profession::text AS profession, g."leastStaff", g.staff, g.held, g.missing
    FROM gap g WHERE g.missing > 0
    ORDER BY g.held > 0, g.missing DESC, g.office, g."officeId", g.profession LIMIT ${take}`;
}
