// What all visits of a programme found and agreed, by topic and by owner.

import { type Actor, isDinkes } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { type ListedItem, selectItems } from "@/lib/plan/item-query";
import { seesProgrammes } from "@/lib/programmes/rules";
import { dayOf, dayToDate } from "@/lib/time";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";

export type RollUpFilter = { topic?: string | undefined; owner?: string | undefined; page?: number | undefined };

export type RollUpRow = {
  name: string | null;
  findings: number;
  items: number;
  done: number;
  open: number;
  overdue: number;
};

export type ProgrammeFinding = {
  id: string;
  meetingId: string;
  number: number;
  statement: string;
  topic: string | null;
  owner: string | null;
  visited: string;
  startsAt: Date;
  timeZone: string;
  items: number;
};

export const rolledPerPage = 50;

function visitsOf(actor: Actor, programmeId: string): Prisma.Sql {
  return Prisma.sql`(SELECT x."meetingId" FROM "ProgrammeVisit" x JOIN "Organisation" w ON w.id = x."organisationId"
    WHERE x."programmeId" = ${programmeId}::uuid AND ${organisationsWithinSql(actor, "w")})`;
}

const canRead = (actor: Actor, programmeId: string) => isId(programmeId) && seesProgrammes(actor) && isDinkes(actor);

/** Findings and rows of the plan together, by topic or by whose they are; the most first: one statement. */
export async function rollUp(
  actor: Actor,
  programmeId: string,
  by: "topic" | "owner",
  now: Date,
): Promise<RollUpRow[]> {
  if (!canRead(actor, programmeId)) return [];
  const today = dayToDate(dayOf(now, actor.organisation.timeZone));
  const ofFinding = by === "topic" ? Prisma.sql`q.topic` : Prisma.sql`q.owner`;
  const ofItem = by === "topic" ? Prisma.sql`q.topic` : Prisma.sql`t."responsibleInstitution"`;
  return db.$queryRaw<RollUpRow[]>`
    WITH visit AS MATERIALIZED ${visitsOf(actor, programmeId)}, told AS (
      SELECT ${ofFinding} AS name, 1 AS finding, 0 AS item, false AS done, false AS open, false AS overdue
      FROM "Problem" q WHERE q."meetingId" IN (SELECT "meetingId" FROM visit)
      UNION ALL
      SELECT ${ofItem}, 0, 1, t.status = 'DONE', t.status IN ('NOT_STARTED', 'IN_PROGRESS'),
        t.status IN ('NOT_STARTED', 'IN_PROGRESS') AND t.deadline < ${today}::date
      FROM "ActionItem" t LEFT JOIN "Problem" q ON q.id = t."problemId"
      WHERE t."meetingId" IN (SELECT "meetingId" FROM visit)
    )
    SELECT name, sum(finding)::int AS findings, sum(item)::int AS items, count(*) FILTER (WHERE done)::int AS done,
      count(*) FILTER (WHERE open)::int AS open, count(*) FILTER (WHERE overdue)::int AS overdue
    FROM told GROUP BY name ORDER BY name IS NULL, sum(finding) + sum(item) DESC, name LIMIT 200`;
}

export async function listProgrammeFindings(
  actor: Actor,
  programmeId: string,
  { topic, owner, page = 1 }: RollUpFilter,
): Promise<{ findings: ProgrammeFinding[]; hasMore: boolean }> {
  if (!canRead(actor, programmeId)) return { findings: [], hasMore: false };
  const rows = await db.$queryRaw<ProgrammeFinding[]>`
    SELECT q.id, q."meetingId", q.number, q.statement, q.topic, q.owner, o.name AS visited, e."startsAt", e."timeZone",
      (SELECT count(*)::int FROM "ActionItem" t WHERE t."problemId" = q.id) AS items
    FROM "Problem" q JOIN "Meeting" e ON e.id = q."meetingId"
    JOIN "ProgrammeVisit" v ON v."meetingId" = e.id JOIN "Organisation" o ON o.id = v."organisationId"
    WHERE q."meetingId" = ANY(ARRAY${visitsOf(actor, programmeId)})
      ${topic ? Prisma.sql`AND q.topic = ${topic}` : Prisma.empty}
      ${owner ? Prisma.sql`AND q.owner = ${owner}` : Prisma.empty}
    ORDER BY q.topic NULLS LAST, e."startsAt", q.number
    LIMIT ${rolledPerPage + 1} OFFSET ${(Math.max(1, page) - 1) * rolledPerPage}`;
  return { findings: rows.slice(0, rolledPerPage), hasMore: rows.length > rolledPerPage };
}

export async function listProgrammeItems(
  actor: Actor,
  programmeId: string,
  { topic, owner, page = 1 }: RollUpFilter,
  perPage = rolledPerPage,
): Promise<{ items: ListedItem[]; hasMore: boolean }> {
  if (!canRead(actor, programmeId)) return { items: [], hasMore: false };
  const condition = Prisma.sql`t."meetingId" = ANY(ARRAY${visitsOf(actor, programmeId)})
    ${topic ? Prisma.sql`AND EXISTS (SELECT 1 FROM "Problem" q WHERE q.id = t."problemId" AND q.topic = ${topic})` : Prisma.empty}
    ${owner ? Prisma.sql`AND t."responsibleInstitution" = ${owner}` : Prisma.empty}`;
  const items = await selectItems(condition, Prisma.sql`t.deadline, t."meetingId", t.number`, {
    take: perPage + 1,
    skip: (Math.max(1, page) - 1) * perPage,
  });
  return { items: items.slice(0, perPage), hasMore: items.length > perPage };
}
