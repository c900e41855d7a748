// USG: scores of several people, and what the forum decides between equals.
import { type Actor, type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { canChangeScores, decidedVerb, movedOrder, rankProblems, scorersOf, tiesOf } from "@/lib/problems/rules";
import { decisionDetail, type ScoresInput, type TieInput } from "@/lib/problems/schema";
import { keepScorer, scoredByAccount, settleScorer } from "@/lib/problems/scorers";
import { lockProblems, writableMeeting } from "@/lib/problems/writes";

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

const gradeWords = (grades: Grades | null) =>
  grades
    ? `${grades.urgency} + ${grades.seriousness} + ${grades.growth} = ${grades.urgency + grades.seriousness + grades.growth}`
    : "";

/** The pairs of a form that differ from what stands, by problem; those of problems deleted meanwhile fall away. */
function changesOf(problems: readonly Problem[], scorerId: string, input: ScoresInput) {
  return input.nilai.flatMap(({ problemId, urgency, seriousness, growth }) => {
    const problem = problems.find(({ id }) => id === problemId);
    if (!problem) return [];
    const before = gradesOf(problem, scorerId);
    const isGiven = urgency !== null && seriousness !== null && growth !== null;
    const after = isGiven ? { urgency, seriousness, growth } : null;
    return gradeWords(before) === gradeWords(after) ? [] : [{ problem, before, after }];
  });
}

/**
 * Writes the scores of one person for all problems; given again they replace the earlier ones, left empty they are
 * taken back. A decision between equals falls with the scores it rested on.
 */
export async function saveScores(actor: Actor, meetingId: string, input: ScoresInput): Promise<Outcome> {
  const meeting = await writableMeeting(actor, meetingId, "score the problems");
  return db.$transaction(async (tx) => {
    const locked = await lockProblems(tx, meetingId);
    if (locked) return locked;
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
    const words = (side: "before" | "after") =>
      Object.fromEntries(changes.map((change) => [`masalah ${change.problem.number}`, gradeWords(change[side])]));
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: "mencatat nilai USG",
      subject: scorer.name,
      detail: {
        dari: words("before"),
        menjadi: words("after"),
      },
    });
    return { ok: true };
  });
}

/** Takes back all scores of one person: somebody who was not there, or a name typed twice. */
export async function removeScorer(actor: Actor, meetingId: string, scorerId: string): Promise<Outcome> {
  const meeting = await writableMeeting(actor, meetingId, "take back scores");
  return db.$transaction(async (tx) => {
    const locked = await lockProblems(tx, meetingId);
    if (locked) return locked;
    const problems = await findScored(tx, meetingId);
    const scorer = scorersOf(problems).find(({ id }) => id === scorerId);
    if (!scorer) return { ok: true };
    if (!canChangeScores(actor, scorer)) return refuse(scoredByAccount(scorer));
    await tx.scorer.delete({ where: { id: scorer.id } });
    const touched = problems.filter((problem) => gradesOf(problem, scorer.id));
    await forgetDecisions(
      tx,
      touched.map((problem) => ({ problem })),
    );
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: "menghapus nilai USG",
      subject: scorer.name,
      detail: Object.fromEntries(
        touched.map((problem) => [`masalah ${problem.number}`, gradeWords(gradesOf(problem, scorer.id))]),
      ),
    });
    return { ok: true };
  });
}

async function forgetDecisions(tx: Db, changes: readonly { problem: Problem }[]) {
  const ids = changes.map(({ problem }) => problem.id);
  await tx.problem.updateMany({ where: { id: { in: ids }, tieOrder: { not: null } }, data: { tieOrder: null } });
}

/**
 * Puts equals in the order the forum agreed on. Only those that share one rank can be put in order, and only as
 * they were seen: where a score came in between, the forum looks again.
 */
export async function decideTie(actor: Actor, meetingId: string, input: TieInput): Promise<Outcome> {
  const meeting = await writableMeeting(actor, meetingId, "decide between equal problems");
  const [direction, moved = ""] = (input.move ?? "").split(":");
  const order =
    direction === "naik" || direction === "turun"
      ? movedOrder(input.order, moved, direction === "naik" ? -1 : 1)
      : input.order;
  return db.$transaction(async (tx) => {
    const locked = await lockProblems(tx, meetingId);
    if (locked) return locked;
    const tie = tiesOf(rankProblems(await findScored(tx, meetingId))).find((group) =>
      group.some(({ id }) => id === order[0]),
    );
    const ids = tie?.map(({ id }) => id) ?? [];
    if (!tie || [...ids].sort().join() !== [...order].sort().join())
      return refuse("Nilai baru saja berubah, jadi masalah-masalah ini tidak lagi seri. Lihat urutan yang baru.");
    const numbers = order.flatMap((id) => tie.find((problem) => problem.id === id)?.number ?? []);
    const detail = { urutan: numbers, diputuskan: input.note };
    if (tie[0]?.isDecided && ids.join() === order.join() && (await isLastDecision(tx, meetingId, detail)))
      return { ok: true };
    for (const [place, id] of order.entries())
      await tx.problem.update({ where: { id }, data: { tieOrder: place + 1 } });
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: decidedVerb,
      subject: `Prioritas ${tie[0]?.rank}`,
      detail,
    });
    return { ok: true };
  });
}

/** The same decision sent twice is one. */
async function isLastDecision(tx: Db, meetingId: string, detail: { urutan: number[]; diputuskan: string }) {
  const last = await tx.event.findFirst({
    where: { meetingId, verb: decidedVerb },
    orderBy: { id: "desc" },
    select: { detail: true },
  });
  const read = decisionDetail.safeParse(last?.detail);
  return read.success && JSON.stringify(read.data) === JSON.stringify(detail);
}
