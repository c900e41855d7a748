import { type Actor, NotAllowed } from "@/lib/actor";
import { findPaperKind } from "@/lib/papers/kinds";
import { isOfSignedCopies } from "@/lib/signed-copies/visible";

export type PaperPlace = { slug: string; subjectId: string };

export type CopiedPaper = {
  paperKind: string;
  subjectId: string;
  name: string;
  organisationId: string;
  meetingId: string | null;
};

/**
 * The paper of which there are copies: who may read it may read them, but for a province, as they show signatures. Null
 * where there is none the actor may see.
 */
export async function openCopied(actor: Actor, { slug, subjectId }: PaperPlace): Promise<CopiedPaper | null> {
  const definition = findPaperKind(slug);
  const opened = await definition?.open(actor, subjectId, {});
  if (!definition || !opened) return null;
  const { kind: paperKind, name } = definition;
  if (!isOfSignedCopies(actor, opened.organisationId)) return null;
  return { paperKind, subjectId, name, organisationId: opened.organisationId, meetingId: opened.meetingId };
}

/** @throws NotAllowed where there is none that the actor may see */
export async function requireCopied(actor: Actor, place: PaperPlace): Promise<CopiedPaper> {
  const paper = await openCopied(actor, place);
  if (!paper) throw new NotAllowed(actor, `keep a signed copy of ${place.slug} ${place.subjectId}`);
  return paper;
}
