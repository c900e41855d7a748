import type { Actor } from "@/lib/actor";
import { findLetterhead, findOffice, listLetterheads } from "@/lib/letterheads/reads";
import { camatOf } from "@/lib/letters/camat";
import type { LetterFacts, LetterSubject } from "@/lib/letters/facts";
import { proposedNumber } from "@/lib/letters/numbering";
import { proposeFor } from "@/lib/letters/proposals";
import { findLetterRow, letterFacts } from "@/lib/letters/reads";
import { dayOf } from "@/lib/time";

export type LetterForm = {
  id: string | null;
  version: number;
  facts: LetterFacts;
  letterheadId: string | null;
  note: string | null;
  /** Its number came from the counter: it is not changed by hand. */
  isCounted: boolean;
  letterheads: { id: string; name: string; isOfCamat: boolean; next: string | null }[];
  /** Where the office made no letterhead: what its own counter gives next. */
  ownNext: string | null;
};

/**
 * The form of a letter: as it was saved, else as it is proposed.
 * @param wanted a letterhead to propose it on while it has no number: the kecamatan's is signed by its camat
 */
export async function findLetterForm(
  actor: Actor,
  subject: LetterSubject,
  paperKind: string,
  wanted = "",
): Promise<LetterForm | null> {
  const row = await findLetterRow(actor, subject, paperKind);
  const proposed = row ? null : await proposeFor(actor, subject, paperKind);
  const found = row ? letterFacts(row) : proposed;
  if (!found) return null;
  const asked = wanted && !found.number ? await findLetterhead(actor, actor.organisation.id, wanted) : null;
  const facts = asked?.areaCode ? { ...found, signatory: await camatOf(actor, asked.areaCode) } : found;
  const numbers = await nextNumbers(actor, facts.day ?? dayOf(new Date(), actor.organisation.timeZone));
  return {
    id: row?.id ?? null,
    version: row?.version ?? 0,
    facts,
    letterheadId: asked?.id ?? row?.letterheadId ?? numbers.letterheads[0]?.id ?? null,
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
    isOfCamat: areaCode !== null,
    next: areaCode ? await proposedNumber({ issuer: areaCode, pattern: numberPattern }, day) : ownNext,
  }));
  return { letterheads: await Promise.all(listed), ownNext };
}
