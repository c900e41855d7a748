import { randomUUID } from "node:crypto";
import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { type HeldMeeting, holdMeeting } from "@/lib/meetings/hold";
import { testNames } from "@/lib/training-tests/names";
import { changingTest } from "@/lib/training-tests/rules";
import type { SetTestInput } from "@/lib/training-tests/schema";
import { transact } from "@/lib/transact";
import type { TestKind } from "@/prisma/generated/enums";

const copied = {
  id: true,
  kind: true,
  text: true,
  options: true,
  correct: true,
  accepted: true,
  points: true,
  pictureId: true,
} as const;

const published = "Tes ini sudah dibuka, soalnya tidak dapat diganti lagi";

/** Chooses the questions of a test that is not published yet, in the order they were given. */
export async function setTest(actor: Actor, meetingId: string, kind: TestKind, input: SetTestInput): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingTest);
    if (isRefusal(meeting)) return meeting;
    const test = await holdTest(tx, meeting, kind);
    if (!test) return noTraining;
    if (test.publishedAt) return refuse(published);
    if (test.version !== input.version) return refuse("Tes ini baru saja diubah orang lain. Muat ulang halaman ini.");
    const copies = await copiesOf(tx, actor.organisation.id, input.questions);
    if (copies.length < input.questions.length)
      return refuse("Sebagian soal sudah tidak ada di bank. Muat ulang halaman ini, lalu pilih lagi.", "questions");
    await tx.testQuestion.deleteMany({ where: { testId: test.id } });
    await tx.testQuestion.createMany({ data: copies.map((copy) => ({ ...copy, testId: test.id })) });
    await tx.trainingTest.update({
      where: { id: test.id },
      data: { minutes: input.minutes, version: { increment: 1 } },
    });
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "test.set",
      subjectId: meetingId,
      data: { title: meeting.title, test: kind, questions: copies.length, minutes: input.minutes },
    });
    return { ok: true };
  });
}

/** Opens a test to its participants: its questions are copied anew a last time, and no change of the bank reaches it after. */
export async function publishTest(actor: Actor, meetingId: string, kind: TestKind): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingTest);
    if (isRefusal(meeting)) return meeting;
    if (meeting.status === "DRAFT") return refuse("Jadwalkan kegiatan ini dulu: peserta belum mendapat tautannya");
    const test = await holdTest(tx, meeting, kind);
    if (!test) return noTraining;
    if (test.publishedAt) return { ok: true };
    const questions = await tx.testQuestion.findMany({ where: { testId: test.id }, orderBy: { position: "asc" } });
    if (questions.length === 0) return refuse(`Pilih dulu soal ${testNames[kind].toLowerCase()}`);
    for (const { id, bankQuestionId } of questions) {
      const now =
        bankQuestionId && (await tx.bankQuestion.findUnique({ where: { id: bankQuestionId }, select: copied }));
      if (!now) continue;
      const { id: _, ...copy } = now;
      await tx.testQuestion.update({ where: { id }, data: copy });
    }
    await tx.trainingTest.update({
      where: { id: test.id },
      data: { publishedAt: new Date(), closedAt: null, version: { increment: 1 } },
    });
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "test.published",
      subjectId: meetingId,
      data: { title: meeting.title, test: kind, questions: questions.length },
    });
    return { ok: true };
  });
}

export async function closeTest(actor: Actor, meetingId: string, kind: TestKind, isClosed: boolean): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingTest);
    if (isRefusal(meeting)) return meeting;
    const test = await holdTest(tx, meeting, kind);
    if (!test) return noTraining;
    if (!test.publishedAt) return refuse("Tes ini belum dibuka");
    if ((test.closedAt !== null) === isClosed) return { ok: true };
    await tx.trainingTest.update({
      where: { id: test.id },
      data: { closedAt: isClosed ? new Date() : null, version: { increment: 1 } },
    });
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: isClosed ? "test.closed" : "test.opened-again",
      subjectId: meetingId,
      data: { title: meeting.title, test: kind },
    });
    return { ok: true };
  });
}

export const noTraining = refuse("Tes hanya ada di kalakarya");

/** A meeting's test, made where there is none yet, held until the transaction ends; null where it is no training. */
export async function holdTest(tx: Db, { id: meetingId, kind: meetingKind }: HeldMeeting, kind: TestKind) {
  if (meetingKind !== "KALAKARYA") return null;
  await tx.training.upsert({ where: { meetingId }, create: { meetingId, objectives: [] }, update: {} });
  const key = { meetingId_kind: { meetingId, kind } };
  const { id } = await tx.trainingTest.upsert({
    where: key,
    create: { id: randomUUID(), meetingId, kind },
    update: {},
    select: { id: true },
  });
  await tx.$queryRaw`SELECT 1 FROM "TrainingTest" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.trainingTest.findUniqueOrThrow({ where: { id } });
}

async function copiesOf(tx: Db, organisationId: string, ids: readonly string[]) {
  const bank = await tx.bankQuestion.findMany({
    where: { id: { in: [...ids] }, organisationId, archivedAt: null },
    select: copied,
  });
  const byId = new Map(bank.map((question) => [question.id, question]));
  return ids.flatMap((id, index) => {
    const found = byId.get(id);
    return found ? [{ ...found, id: randomUUID(), bankQuestionId: id, position: index + 1 }] : [];
  });
}
