import type { Actor } from "@/lib/actor";
import { findOffice, listLetterheads } from "@/lib/letterheads/reads";
import type { LetterFacts } from "@/lib/letters/facts";
import { proposedNumber } from "@/lib/letters/numbering";
import { proposeForEscalation, proposeForMeeting } from "@/lib/letters/proposals";
import { findLetterRow, type LetterSubject, letterFacts } from "@/lib/letters/reads";
import { dayOf } from "@/lib/time";

export type LetterForm = {
  /** Of the saved row; null where there is none yet. */
  id: string | null;
  version: number;
  facts: LetterFacts;
  letterheadId: string | null;
  note: string | null;
  /** Its number came from the counter: it is not changed by hand. */
  isCounted: boolean;
  letterheads: { id: string; name: string; next: string | null }[];
  /** Where the office made no letterhead: what its own counter gives next. */
  ownNext: string | null;
};

/** The form of a letter: as it was saved, else as it is proposed. */
export async function findLetterForm(
  actor: Actor,
  subject: LetterSubject,
  paperKind: string,
): Promise<LetterForm | null> {
  const row = await findLetterRow(actor, subject, paperKind);
  const proposed = row
    ? null
    : "meetingId" in subject
      ? await proposeForMeeting(actor, subject.meetingId, paperKind)
      : await proposeForEscalation(actor, subject.escalationId, paperKind);
  const facts = row ? letterFacts(row) : proposed;
  if (!facts) return null;
  const numbers = await nextNumbers(actor, facts.day ?? dayOf(new Date(), actor.organisation.timeZone));
  return {
    id: row?.id ?? null,
    version: row?.version ?? 0,
    facts,
    letterheadId: row?.letterheadId ?? numbers.letterheads[0]?.id ?? null,
    note: row?.note ?? null,
    isCounted: row?.sequence !== null && row?.sequence !== undefined,
    ...numbers,
  };
}

/** What the counters of the actor's office would give next on a day, by letterhead. */
export async function nextNumbers(actor: Actor, day: string): Promise<Pick<LetterForm, "letterheads" | "ownNext">> {
  const organisationId = actor.organisation.id;
  const [letterheads, office] = await Promise.all([
    listLetterheads(actor, organisationId),
    findOffice(actor, organisationId),
  ]);
  const ownPattern = office?.paperOffice?.numberPattern ?? null;
  const ownNext = await proposedNumber({ issuer: organisationId, pattern: ownPattern }, day);
  const listed = letterheads.map(async ({ id, name, areaCode, numberPattern }) => ({
    id,
    name,
    next: areaCode ? await proposedNumber({ issuer: areaCode, pattern: numberPattern }, day) : ownNext,
  }));
  return { letterheads: await Promise.all(listed), ownNext };
}
