import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import { feedbackVisibleTo } from "@/lib/feedback/visible";
import type { LetterFacts, LetterSubject } from "@/lib/letters/facts";
import { proposeForEscalation, proposeForFeedback, proposeForMeeting } from "@/lib/letters/proposals";
import { visibleTo } from "@/lib/meetings/reads";
import { dateToDay } from "@/lib/time";
import type { Letter, Prisma } from "@/prisma/generated/client";

/** The letter in force of a kind of paper, as a row; null where it was never saved. */
export async function findLetterRow(actor: Actor, subject: LetterSubject, paperKind: string): Promise<Letter | null> {
  return isId(idOf(subject))
    ? db.letter.findFirst({ where: { ...narrowed(actor, subject), paperKind, voidedAt: null } })
    : null;
}

function idOf(subject: LetterSubject): string {
  if ("meetingId" in subject) return subject.meetingId;
  return "escalationId" in subject ? subject.escalationId : subject.feedbackId;
}

function narrowed(actor: Actor, subject: LetterSubject): Prisma.LetterWhereInput {
  if ("meetingId" in subject) return { ...subject, meeting: visibleTo(actor) };
  return "escalationId" in subject
    ? { ...subject, escalation: escalationsVisibleTo(actor) }
    : { ...subject, feedback: feedbackVisibleTo(actor) };
}

/** What a paper of a meeting says as a letter: as saved, or as it is proposed; null where there is no such meeting. */
export async function letterOfMeeting(actor: Actor, meetingId: string, paperKind: string): Promise<LetterFacts | null> {
  const row = await findLetterRow(actor, { meetingId }, paperKind);
  return row ? letterFacts(row) : proposeForMeeting(actor, meetingId, paperKind);
}

export async function letterOfEscalation(
  actor: Actor,
  escalationId: string,
  paperKind: string,
): Promise<LetterFacts | null> {
  const row = await findLetterRow(actor, { escalationId }, paperKind);
  return row ? letterFacts(row) : proposeForEscalation(actor, escalationId, paperKind);
}

export async function letterOfFeedback(
  actor: Actor,
  feedbackId: string,
  paperKind: string,
): Promise<LetterFacts | null> {
  const row = await findLetterRow(actor, { feedbackId }, paperKind);
  return row ? letterFacts(row) : proposeForFeedback(actor, feedbackId, paperKind);
}

export function letterFacts(row: Letter): LetterFacts {
  const { number, place, urgency, attachment, subject, addressees, copies } = row;
  return {
    number,
    day: row.day && dateToDay(row.day),
    place,
    urgency,
    attachment,
    subject,
    addressees,
    copies,
    signatory: {
      prefix: row.signatoryPrefix,
      seat: row.signatorySeat,
      name: row.signatoryName,
      rank: row.signatoryRank,
      number: row.signatoryNumber,
      onBehalfOf: row.onBehalfOf,
      through: row.through,
    },
  };
}
