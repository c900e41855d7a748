import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { notesStatuses } from "@/lib/meetings/rules";
import { testKinds, testNames } from "@/lib/training-tests/names";
import { changingTest } from "@/lib/training-tests/rules";
import type { MarkInput, ReopenInput, ScoresInput } from "@/lib/training-tests/schema";
import { holdTest, noTraining } from "@/lib/training-tests/writes";
import { transact } from "@/lib/transact";
import type { TestKind } from "@/prisma/generated/enums";

const gone = refuse("Peserta ini sudah tidak ada di pelatihan ini. Muat ulang halaman ini.");

export async function reopenForOne(
  actor: Actor,
  meetingId: string,
  kind: TestKind,
  { invitationId, minutes }: ReopenInput,
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingTest);
    if (isRefusal(meeting)) return meeting;
    const test = await holdTest(tx, meeting, kind);
    if (!test) return noTraining;
    if (!test.publishedAt) return refuse("Tes ini belum dibuka");
    const participant = await nameOf(tx, meetingId, invitationId);
    if (!participant) return gone;
    const now = new Date();
    const again = { handedInAt: null, reopenedAt: now, until: new Date(now.getTime() + minutes * 60_000) };
    const key = { testId: test.id, invitationId };
    await tx.testResult.upsert({
      where: { testId_invitationId: key },
      create: { ...key, ...again },
      update: { ...again, version: { increment: 1 } },
    });
    const late = await tx.$executeRaw`
      UPDATE "TestAnswer" SET chosen = "lateChosen", text = "lateText", "savedAt" = "lateAt", "isRight" = NULL,
        "lateChosen" = '{}', "lateText" = NULL, "lateAt" = NULL
      WHERE "testId" = ${test.id}::uuid AND "invitationId" = ${invitationId}::uuid AND "lateAt" IS NOT NULL`;
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "test.reopened-for",
      subjectId: meetingId,
      data: { title: meeting.title, test: kind, participant, minutes, late },
    });
    return { ok: true };
  });
}

export async function markAnswer(actor: Actor, meetingId: string, kind: TestKind, input: MarkInput): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingTest);
    if (isRefusal(meeting)) return meeting;
    const { questionId, invitationId, verdict } = input;
    const where = { questionId, invitationId, question: { kind: "SHORT_TEXT", test: { meetingId, kind } } } as const;
    const answer = await tx.testAnswer.findFirst({ where, include: { question: { select: { text: true } } } });
    const participant = await nameOf(tx, meetingId, invitationId);
    if (!answer || !participant) return gone;
    const isRight = verdict === "right";
    await tx.testAnswer.update({
      where: { questionId_invitationId: { questionId, invitationId } },
      data: { isRight, markedBy: actor.name },
    });
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "test.answer-marked",
      subjectId: meetingId,
      data: { title: meeting.title, test: kind, participant, question: answer.question.text.slice(0, 200), isRight },
    });
    return { ok: true };
  });
}

const typing: MeetingChange = {
  name: "type in test scores of",
  statuses: notesStatuses,
  refusal: "Nilai diisi sejak kegiatan berlangsung. Mulai kegiatan ini dulu di Ringkasan.",
};

/** Scores of a test on paper. Of two who type at once, each keeps his cells; the same cell is refused to the later one. */
export async function typeScores(actor: Actor, meetingId: string, { rows }: ScoresInput): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, typing);
    if (isRefusal(meeting)) return meeting;
    const told: { participant: string; test: TestKind; before: number | null; after: number | null }[] = [];
    for (const test of testKinds) {
      const changes = rows.filter((row) => row[test] !== row[`was${test}`]);
      if (changes.length === 0) continue;
      const held = await holdTest(tx, meeting, test);
      if (!held) return noTraining;
      for (const row of changes) {
        const { invitationId, [test]: after } = row;
        const field = `rows.${rows.indexOf(row)}.${test}`;
        const participant = await nameOf(tx, meetingId, invitationId);
        if (!participant) return gone;
        const key = { testId_invitationId: { testId: held.id, invitationId } };
        const stored = await tx.testResult.findUnique({ where: key });
        const before = stored?.typedScore?.toNumber() ?? null;
        if (stored?.startedAt)
          return refuse(`${participant} mengerjakan ${testNames[test].toLowerCase()} di tautannya`, field);
        if (before === after) continue;
        if (before !== row[`was${test}`])
          return refuse(
            `Nilai ${participant} baru saja diubah orang lain menjadi ${before ?? "kosong"}. Muat ulang halaman.`,
            field,
          );
        const typed = { typedScore: after, typedBy: actor.name };
        await tx.testResult.upsert({
          where: key,
          create: { testId: held.id, invitationId, ...typed },
          update: { ...typed, version: { increment: 1 } },
        });
        told.push({ participant, test, before, after });
      }
    }
    if (told.length > 0)
      await recordMeetingEvent(tx, by(actor), meeting, {
        action: "test.scores-typed",
        subjectId: meetingId,
        data: { title: meeting.title, scores: told },
      });
    return { ok: true };
  });
}

async function nameOf(tx: Db, meetingId: string, invitationId: string): Promise<string | null> {
  const found = await tx.trainingParticipant.findFirst({
    where: { meetingId, invitationId },
    select: { invitation: { select: { holderName: true, title: true, institution: true } } },
  });
  return found && (found.invitation.holderName ?? `${found.invitation.title}, ${found.invitation.institution}`);
}
