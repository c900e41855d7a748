import { type Actor, isPuskesmas, NotAllowed, type Refusal, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { canAnswerEscalation } from "@/lib/escalations/rules";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import { holdFeedback } from "@/lib/feedback/writes";
import type { LetterSubject } from "@/lib/letters/facts";
import { canWriteLetters, canWriteMeetingLetters } from "@/lib/letters/rules";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { whoAgreed } from "@/lib/meetings/organised";
import { ownPuskesmasId } from "@/lib/meetings/rules";

export type HeldSubject = {
  ok: true;
  organisationId: string;
  meetingId: string | null;
  escalationId: string | null;
  feedbackId: string | null;
};

const writingLetter: MeetingChange = {
  name: "write a letter of",
  isAllowed: canWriteMeetingLetters,
  // A letter goes out before the meeting and after its approval; what it says of the results is read anew.
  whenApproved: null,
};

export async function holdSubject(tx: Db, actor: Actor, subject: LetterSubject): Promise<HeldSubject | Refusal> {
  if ("escalationId" in subject) return holdEscalation(tx, actor, subject.escalationId);
  if ("feedbackId" in subject) {
    const { id, dinkesId } = await holdFeedback(tx, actor, subject.feedbackId);
    return { ok: true, organisationId: dinkesId, meetingId: null, escalationId: null, feedbackId: id };
  }
  const meeting = await holdMeeting(tx, actor, subject.meetingId, writingLetter);
  if ("reason" in meeting) return meeting;
  return { ok: true, organisationId: meeting.hostId, meetingId: meeting.id, escalationId: null, feedbackId: null };
}

const organisers = { ...whoAgreed, select: { puskesmasId: true } };

async function holdEscalation(tx: Db, actor: Actor, id: string): Promise<HeldSubject | Refusal> {
  if (!isId(id)) return refuse("Eskalasi ini tidak ada lagi. Muat ulang halaman ini.");
  await tx.$queryRaw`SELECT 1 FROM "Escalation" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const escalation = await tx.escalation.findFirst({
    where: { AND: [{ id }, escalationsVisibleTo(actor)] },
    select: { dinkesId: true, item: { select: { meeting: { select: { id: true, hostId: true, organisers } } } } },
  });
  const meeting = escalation?.item.meeting;
  const puskesmasId = meeting && ownPuskesmasId(meeting);
  const isAllowed =
    escalation && puskesmasId
      ? isPuskesmas(actor)
        ? canWriteMeetingLetters(actor, { hostId: puskesmasId })
        : canWriteLetters(actor) && canAnswerEscalation(actor, escalation)
      : false;
  if (!escalation || !puskesmasId || !isAllowed) throw new NotAllowed(actor, `write a letter of escalation ${id}`);
  return {
    ok: true,
    organisationId: isPuskesmas(actor) ? puskesmasId : escalation.dinkesId,
    meetingId: null,
    escalationId: id,
    feedbackId: null,
  };
}
