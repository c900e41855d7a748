import { type Actor, NotAllowed } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { drawnLetterhead, findLetterhead, findOffice, listLetterheads, standardOf } from "@/lib/letterheads/reads";
import type { PaperSettings, WordingPart } from "@/lib/papers/definition";
import type { Letterhead } from "@/lib/papers/model";
import type { PaperSize } from "@/prisma/generated/enums";

type Worded = { kind: string; wording: Record<string, WordingPart> };

/** What a reader chose for this one paper; a letter keeps its letterhead itself. */
export type PaperChoice = { subjectId?: string; letterheadId?: string; size?: string };

/**
 * What an office chose for its papers, and for this one.
 * @throws NotAllowed for an office whose papers the actor does not read
 */
export async function settingsFor(
  actor: Actor,
  organisationId: string,
  definition: Worded,
  choice: PaperChoice = {},
): Promise<PaperSettings> {
  const office = await findOffice(actor, organisationId);
  if (!office) throw new NotAllowed(actor, `read the paper settings of ${organisationId}`);
  const chosen = (await letterheadOfLetter(organisationId, definition.kind, choice.subjectId)) ?? choice.letterheadId;
  const [letterhead, wording] = await Promise.all([
    letterheadFor(actor, organisationId, chosen),
    wordingFor(organisationId, definition),
  ]);
  return {
    size: sizeOf(choice.size) ?? office.paperOffice?.size ?? "A4",
    letterhead: letterhead ?? standardOf(office),
    wording,
  };
}

async function letterheadFor(
  actor: Actor,
  organisationId: string,
  chosen: string | undefined,
): Promise<Letterhead | null> {
  const found =
    (chosen ? await findLetterhead(actor, organisationId, chosen) : null) ??
    (await listLetterheads(actor, organisationId))[0];
  return found ? drawnLetterhead(found) : null;
}

async function letterheadOfLetter(
  organisationId: string,
  paperKind: string,
  subjectId: string | undefined,
): Promise<string | undefined> {
  if (!subjectId || !isId(subjectId)) return undefined;
  const letter = await db.letter.findFirst({
    where: {
      organisationId,
      paperKind,
      voidedAt: null,
      OR: [{ meetingId: subjectId }, { escalationId: subjectId }, { feedbackId: subjectId }],
    },
    select: { letterheadId: true },
  });
  return letter?.letterheadId ?? undefined;
}

async function wordingFor(organisationId: string, { kind, wording }: Worded): Promise<Record<string, string>> {
  const own = await db.paperWording.findMany({ where: { organisationId, paperKind: kind } });
  const ownText = new Map(own.map(({ part, text }) => [part, text]));
  return Object.fromEntries(Object.entries(wording).map(([part, { text }]) => [part, ownText.get(part) ?? text]));
}

function sizeOf(word: string | undefined): PaperSize | null {
  return word === "A4" || word === "F4" ? word : null;
}
