import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting } from "@/lib/meetings/hold";
import { listDecisions } from "@/lib/problems/decisions";
import { canChangeScores, movedOrder, rankProblems, scorersOf, tiesOf } from "@/lib/problems/rules";
import type { ScoresInput, TieInput } from "@/lib/problems/schema";
import { keepScorer, scoredByAccount, settleScorer } from "@/lib/problems/scorers";
import { changingProblems } from "@/lib/problems/writes";
import { transact } from "@/lib/transact";
import { keepForUndo, type Watched } from "@/lib/undo/keep";
import { Prisma } from "@/prisma/generated/client";

const scored = {
  id: true,
  number: true,
  statement: true,
  tieOrder: true,
  scores: {
    select: {
      scorer: { select: { id: true, name: true, userId: true } },
      urgency: true,
      seriousness: true,
      growth: true,
    },
  },
} as const;

function findScored(tx: Db, meetingId: string) {
  return tx.problem.findMany({ where: { meetingId }, orderBy: { number: "asc" }, select: scored });
}

type Problem = Awaited<ReturnType<typeof findScored>>[number];
type Grades = { urgency: number; seriousness: number; growth: number };

const gradesOf = (problem: Problem, scorerId: string): Grades | null =>
  problem.scores.find(({ scorer }) => scorer.id === scorerId) ?? null;

const isSame = (one: Grades | null, other: Grades | null) =>
  one?.urgency === other?.urgency && one?.seriousness === other?.seriousness && one?.growth === other?.growth;

const onlyGrades = (grades: Grades | null) =>
  grades && { urgency: grades.urgency, seriousness: grades.seriousness, growth: grades.growth };

function changesOf(problems: readonly Problem[], scorerId: string, input: ScoresInput) {
  return input.nilai.flatMap(({ problemId, urgency, seriousness, growth }) => {
    const problem = problems.find(({ id }) => id === problemId);
    if (!problem) return [];
    const before = gradesOf(problem, scorerId);
    const isGiven = urgency !== null && seriousness !== null && growth !== null;
    const after = isGiven ? { urgency, seriousness, growth } : null;
    return isSame(before, after) ? [] : [{ problem, before: onlyGrades(before), after }];
  });
}

/**
 * Writes the scores of one person for all problems; given again they replace the earlier ones, left empty they are
 * taken back.
 */
export async function saveScores(actor: Actor, meetingId: string, input: ScoresInput): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingProblems);
    if (isRefusal(meeting)) return meeting;
    const problems = await findScored(tx, meetingId);
    const found = await settleScorer(tx, actor, meetingId, input);
    if (!found.ok) return found;
    const { scorer, isBlank = false } = found;
    const changes = changesOf(problems, scorer.id, input).filter(({ after }) => after || !isBlank);
    if (changes.length === 0)
      return input.nilai.some(({ urgency }) => urgency !== null)
        ? { ok: true }
        : refuse("Isi nilai untuk paling sedikit satu masalah");
    await keepScorer(tx, actor, meetingId, scorer);
    for (const { problem, after } of changes) {
      const key = { problemId: problem.id, scorerId: scorer.id };
      const values = after && { ...after, scoredById: actor.userId, scoredAt: new Date() };
      if (values)
        await tx.problemScore.upsert({
          where: { problemId_scorerId: key },
          create: { ...key, ...values },
          update: values,
        });
      else await tx.problemScore.deleteMany({ where: key });
    }
    await forgetDecisions(tx, changes);
    const scores = changes.map(({ problem, before, after }) => ({ number: problem.number, before, after }));
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "score.recorded",
      subjectId: scorer.id,
      data: { scorer: scorer.name, scores },
    });
    return { ok: true };
  });
}

/** Takes back all scores of one person: somebody who was not there, or a name typed twice. */
export async function removeScorer(
  actor: Actor,
  meetingId: string,
  scorerId: string,
  undoId?: string,
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingProblems);
    if (isRefusal(meeting)) return meeting;
    const problems = await findScored(tx, meetingId);
    const scorer = scorersOf(problems).find(({ id }) => id === scorerId);
    if (!scorer) return { ok: true };
    if (!canChangeScores(actor, scorer)) return refuse(scoredByAccount(scorer));
    const touched = problems.filter((problem) => gradesOf(problem, scorer.id));
    const rows: Watched[] = [
      { table: "Problem", where: Prisma.sql`t."meetingId" = ${meetingId}::uuid` },
      { table: "Scorer", where: Prisma.sql`t.id = ${scorer.id}::uuid` },
      { table: "ProblemScore", where: Prisma.sql`t."scorerId" = ${scorer.id}::uuid` },
    ];
    const step = { id: undoId, kind: "scores", words: `nilai ${scorer.name} dihapus` } as const;
    await keepForUndo(tx, { actor, meeting, step }, rows, async () => {
      await tx.scorer.delete({ where: { id: scorer.id } });
      await forgetDecisions(
        tx,
        touched.map((problem) => ({ problem })),
      );
    });
    const scores = touched.map((problem) => ({
      number: problem.number,
      before: onlyGrades(gradesOf(problem, scorer.id)),
      after: null,
    }));
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "score.removed",
      subjectId: scorer.id,
      data: { scorer: scorer.name, scores },
    });
    return { ok: true };
  });
}

async function forgetDecisions(tx: Db, changes: readonly { problem: Problem }[]) {
  const ids = changes.map(({ problem }) => problem.id);
  await tx.problem.updateMany({ where: { id: { in: ids }, tieOrder: { not: null } }, data: { tieOrder: null } });
}

export async function decideTie(actor: Actor, meetingId: string, input: TieInput): Promise<Outcome> {
  const [direction, moved = ""] = (input.move ?? "").split(":");
  const order =
    direction === "naik" || direction === "turun"
      ? movedOrder(input.order, moved, direction === "naik" ? -1 : 1)
      : input.order;
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingProblems);
    if (isRefusal(meeting)) return meeting;
    const tie = tiesOf(rankProblems(await findScored(tx, meetingId))).find((group) =>
      group.some(({ id }) => id === order[0]),
    );
    const ids = tie?.map(({ id }) => id) ?? [];
    if (!tie || [...ids].sort().join() !== [...order].sort().join())
      return refuse(
        "Nilai baru saja berubah, jadi masalah-masalah ini tidak lagi bernilai sama. Lihat urutan yang baru.",
      );
    const numbers = order.flatMap((id) => tie.find((problem) => problem.id === id)?.number ?? []);
    const data = { rank: tie[0]?.rank ?? null, order: numbers, note: input.note };
    if (tie[0]?.isDecided && ids.join() === order.join() && (await isLastDecision(tx, meetingId, data)))
      return { ok: true };
    for (const [place, id] of order.entries())
      await tx.problem.update({ where: { id }, data: { tieOrder: place + 1 } });
    const event = { subjectId: meetingId, data };
    await recordMeetingEvent(tx, by(actor), meeting, { action: "problem.order-decided", ...event });
    return { ok: true };
  });
}

async function isLastDecision(tx: Db, meetingId: string, { order, note }: { order: number[]; note: string }) {
  const [last] = await listDecisions(tx, meetingId, 1);
  return last !== undefined && last.order.join() === order.join() && last.note === note;
}
