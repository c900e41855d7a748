import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import type { LetterFacts } from "@/lib/letters/facts";
import { proposeForEscalation, proposeForMeeting } from "@/lib/letters/proposals";
import { visibleTo } from "@/lib/meetings/reads";
import { dateToDay } from "@/lib/time";
import type { Letter } from "@/prisma/generated/client";

export type LetterSubject = { meetingId: string } | { escalationId: string };

/** The letter in force of a kind of paper, as a row; null where it was never saved. */
export async function findLetterRow(actor: Actor, subject: LetterSubject, paperKind: string): Promise<Letter | null> {
  const narrowed =
    "meetingId" in subject
      ? { meetingId: subject.meetingId, meeting: visibleTo(actor) }
      : { escalationId: subject.escalationId, escalation: escalationsVisibleTo(actor) };
  const id = "meetingId" in subject ? subject.meetingId : subject.escalationId;
  return isId(id) ? db.letter.findFirst({ where: { ...narrowed, paperKind, voidedAt: null } }) : null;
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
