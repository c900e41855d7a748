import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { listDecisions } from "@/lib/problems/decisions";
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
    orderBy: [{ scorer: { name: "asc" } }, { scorerId: "asc" }],
    select: {
      scorer: { select: { id: true, name: true, userId: true } },
      scoredById: true,
      urgency: true,
      seriousness: true,
      growth: true,
    },
  },
  actionItems: { orderBy: { number: "asc" }, take: 100, select: { id: true, number: true, activity: true } },
} satisfies Prisma.ProblemSelect;

const mostProblems = 100;

type Row = Prisma.ProblemGetPayload<{ select: typeof shown }>;
export type ListedProblem = Ranked<Omit<Row, "villages"> & { villages: { code: string; name: string }[] }> & {
  /** Who put it in its place among equals, in the forum's words; null where nothing was decided. */
  decision: string | null;
};

export async function listProblems(actor: Actor, meetingId: string): Promise<ListedProblem[]> {
  if (!isId(meetingId)) return [];
  const rows = await db.problem.findMany({
    where: { meetingId, meeting: visibleTo(actor) },
    orderBy: { number: "asc" },
    take: mostProblems,
    select: shown,
  });
  const ranked = rankProblems(rows.map((row) => ({ ...row, villages: row.villages.map(({ village }) => village) })));
  const notes = ranked.some((problem) => problem.isDecided) ? await listDecisions(db, meetingId, 50) : [];
  return ranked.map((problem) => ({ ...problem, decision: decisionOn(problem, ranked, notes) }));
}

function decisionOn(
  problem: Ranked<{ number: number }>,
  ranked: readonly Ranked<{ number: number }>[],
  decisions: Awaited<ReturnType<typeof listDecisions>>,
): string | null {
  if (!problem.isDecided) return null;
  const order = ranked
    .filter((other) => other.rank === problem.rank)
    .map((other) => other.number)
    .join();
  return decisions.find((decision) => decision.order.join() === order)?.note ?? null;
}

/** One problem of a meeting with its place in the order, or null where there is none the actor may see. */
export async function findProblem(actor: Actor, meetingId: string, id: string): Promise<ListedProblem | null> {
  return (await listProblems(actor, meetingId)).find((problem) => problem.id === id) ?? null;
}

export function listProblemChoices(actor: Actor, meetingId: string) {
  return db.problem.findMany({
    where: { meetingId, meeting: visibleTo(actor) },
    orderBy: { number: "asc" },
    take: mostProblems,
    select: { id: true, number: true, statement: true },
  });
}
