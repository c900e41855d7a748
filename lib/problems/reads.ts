import { type Actor, isPuskesmas } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { type Ranked, rankProblems } from "@/lib/problems/rules";
import type { Prisma } from "@/prisma/generated/client";

const shown = {
  id: true,
  meetingId: true,
  number: true,
  statement: true,
  indicatorId: true,
  evidence: true,
  tieOrder: true,
  version: true,
  indicator: { select: { name: true, unit: true } },
  villages: {
    orderBy: { villageCode: "asc" },
    select: { village: { select: { code: true, name: true } } },
  },
  causes: {
    orderBy: [{ group: "asc" }, { position: "asc" }, { id: "asc" }],
    select: { id: true, group: true, text: true },
  },
  scores: {
    orderBy: [{ scorer: "asc" }, { scorerKey: "asc" }],
    select: { scorerKey: true, scorer: true, scoredById: true, urgency: true, seriousness: true, growth: true },
  },
  actionItems: { orderBy: { number: "asc" }, take: 100, select: { id: true, number: true, activity: true } },
} satisfies Prisma.ProblemSelect;

const mostProblems = 100;

type Row = Prisma.ProblemGetPayload<{ select: typeof shown }>;
export type ListedProblem = Ranked<Omit<Row, "villages"> & { villages: { code: string; name: string }[] }>;

/** The problems of one meeting in their order of priority; empty where the actor may not see the meeting. */
export async function listProblems(actor: Actor, meetingId: string): Promise<ListedProblem[]> {
  if (!isId(meetingId)) return [];
  const rows = await db.problem.findMany({
    where: { meetingId, meeting: visibleTo(actor) },
    orderBy: { number: "asc" },
    take: mostProblems,
    select: shown,
  });
  return rankProblems(rows.map((row) => ({ ...row, villages: row.villages.map(({ village }) => village) })));
}

/** One problem of a meeting with its place in the order, or null where there is none the actor may see. */
export async function findProblem(actor: Actor, meetingId: string, id: string): Promise<ListedProblem | null> {
  return (await listProblems(actor, meetingId)).find((problem) => problem.id === id) ?? null;
}

/** What a row of the plan can answer: number and words of a meeting's problems. */
export function listProblemChoices(actor: Actor, meetingId: string) {
  return db.problem.findMany({
    where: { meetingId, meeting: visibleTo(actor) },
    orderBy: { number: "asc" },
    take: mostProblems,
    select: { id: true, number: true, statement: true },
  });
}

/** Indicators a problem of the actor's puskesmas can rest on: its own, and those its Dinkes keeps for all. */
export function choosableIndicators(actor: Actor): Prisma.IndicatorWhereInput {
  const { id, parentId } = actor.organisation;
  return { archivedAt: null, organisationId: { in: parentId ? [id, parentId] : [id] } };
}

export async function listIndicatorChoices(actor: Actor) {
  if (!isPuskesmas(actor)) return [];
  return db.indicator.findMany({
    where: choosableIndicators(actor),
    orderBy: [{ position: "asc" }, { name: "asc" }],
    take: 500,
    select: { id: true, name: true },
  });
}
