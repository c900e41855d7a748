import type { Db } from "@/lib/db";
import { recordMeetingEvent } from "@/lib/events/record";
import { answersIn, type NewAnswer } from "@/lib/training-tests/given";
import { findParticipant, type ParticipantLink, participantName, stateOf } from "@/lib/training-tests/on-link";
import { type Openness, opennessOf } from "@/lib/training-tests/rules";
import { transact } from "@/lib/transact";
import type { TestKind } from "@/prisma/generated/enums";

/** "late": kept, and counted only once staff opens the test again for him. */
export type Taken = "taken" | "late" | "not begun" | "gone";

/** Begins a test; begun twice it goes on with its first moment. */
export async function startTest(tokenHash: string, kind: TestKind, now = new Date()): Promise<Taken> {
  return onSheet(tokenHash, kind, now, async (tx, { link, test, openness, result }) => {
    if (openness !== "open") return result?.startedAt ? "taken" : "gone";
    if (result?.startedAt) return "taken";
    const until = result?.until ?? (test.minutes === null ? null : new Date(now.getTime() + test.minutes * 60_000));
    const begun = { startedAt: now, until };
    const key = { testId: test.id, invitationId: link.id };
    await tx.testResult.upsert({ where: { testId_invitationId: key }, create: { ...key, ...begun }, update: begun });
    return "taken";
  });
}

/** Keeps the answers of one page of the form; after the end they are kept apart. */
export async function saveAnswers(
  tokenHash: string,
  kind: TestKind,
  typed: Record<string, string>,
  now = new Date(),
): Promise<Taken> {
  return onSheet(tokenHash, kind, now, async (tx, { link, test, openness, result }) => {
    if (!result?.startedAt) return openness === "open" ? "not begun" : "gone";
    const answers = answersIn(typed, test.questions);
    const isLate = openness !== "open";
    if (answers.length > 0) await keep(tx, test.id, link.id, answers, { now, isLate });
    return isLate ? "late" : "taken";
  });
}

/** Hands in what was answered; handed in twice, the first time counts. */
export async function handIn(tokenHash: string, kind: TestKind, now = new Date()): Promise<Taken> {
  return onSheet(tokenHash, kind, now, async (tx, { link, test, openness, result }) => {
    if (!result?.startedAt) return "not begun";
    if (result.handedInAt) return "taken";
    if (openness !== "open") return "late";
    await tx.testResult.update({
      where: { testId_invitationId: { testId: test.id, invitationId: link.id } },
      data: { handedInAt: now, version: { increment: 1 } },
    });
    const participant = participantName(link);
    await recordMeetingEvent(tx, { actor: participant, onBehalfOf: "tautan pribadi" }, link.meeting, {
      action: "test.handed-in",
      subjectId: link.meeting.id,
      data: { title: link.meeting.title, test: kind, participant },
    });
    return "taken";
  });
}

type Held = {
  link: ParticipantLink;
  test: HeldTest;
  openness: Openness;
  result: HeldResult | null;
};

type HeldTest = NonNullable<Awaited<ReturnType<typeof readTest>>>;
type HeldResult = HeldTest["results"][number];

/** Nobody closes the test meanwhile, and two pages of one participant go one after the other. */
async function onSheet(
  tokenHash: string,
  kind: TestKind,
  now: Date,
  work: (tx: Db, held: Held) => Promise<Taken>,
): Promise<Taken> {
  const link = await findParticipant(tokenHash);
  if (!link) return "gone";
  return transact<Taken>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "TrainingTest" WHERE "meetingId" = ${link.meeting.id}::uuid AND kind = ${kind}::"TestKind" FOR SHARE`;
    await tx.$queryRaw`SELECT 1 FROM "TrainingParticipant" WHERE "invitationId" = ${link.id}::uuid FOR NO KEY UPDATE`;
    const test = await readTest(tx, link, kind);
    if (!test) return "gone";
    const result = test.results[0] ?? null;
    return work(tx, { link, test, result, openness: opennessOf(stateOf(test, link), result, now) });
  });
}

function readTest(tx: Db, { id, meeting }: ParticipantLink, kind: TestKind) {
  return tx.trainingTest.findFirst({
    where: {
      meetingId: meeting.id,
      kind,
      publishedAt: { not: null },
      training: { participants: { some: { invitationId: id } } },
    },
    select: {
      ...{ id: true, minutes: true, publishedAt: true, closedAt: true },
      results: {
        where: { invitationId: id },
        select: { startedAt: true, until: true, reopenedAt: true, handedInAt: true },
      },
      questions: { select: { id: true, position: true, kind: true, options: true } },
    },
  });
}

type When = { now: Date; isLate: boolean };

async function keep(
  tx: Db,
  testId: string,
  invitationId: string,
  answers: readonly NewAnswer[],
  { now, isLate }: When,
) {
  const rows = JSON.stringify(answers);
  if (isLate)
    await tx.$executeRaw`
      INSERT INTO "TestAnswer" ("testId", "invitationId", "questionId", "chosen", "lateChosen", "lateText", "lateAt")
      SELECT ${testId}::uuid, ${invitationId}::uuid, (r->>'questionId')::uuid, '{}',
        ARRAY(SELECT jsonb_array_elements_text(r->'chosen')::int), r->>'text', ${now}
      FROM jsonb_array_elements(${rows}::jsonb) r
      ON CONFLICT ("questionId", "invitationId") DO UPDATE
        SET "lateChosen" = excluded."lateChosen", "lateText" = excluded."lateText", "lateAt" = excluded."lateAt"
        WHERE "TestAnswer"."lateAt" IS NOT NULL
          OR ("TestAnswer".chosen, "TestAnswer".text) IS DISTINCT FROM (excluded."lateChosen", excluded."lateText")`;
  else
    await tx.$executeRaw`
      INSERT INTO "TestAnswer" ("testId", "invitationId", "questionId", "chosen", "text", "savedAt", "lateChosen")
      SELECT ${testId}::uuid, ${invitationId}::uuid, (r->>'questionId')::uuid,
        ARRAY(SELECT jsonb_array_elements_text(r->'chosen')::int), r->>'text', ${now}, '{}'
      FROM jsonb_array_elements(${rows}::jsonb) r
      ON CONFLICT ("questionId", "invitationId") DO UPDATE
        SET chosen = excluded.chosen, text = excluded.text, "savedAt" = excluded."savedAt",
          "isRight" = CASE WHEN "TestAnswer".text IS NOT DISTINCT FROM excluded.text THEN "TestAnswer"."isRight" END`;
}
