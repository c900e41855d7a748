import { type Actor, isPuskesmas } from "@/lib/actor";
import { db } from "@/lib/db";
import type { PaperKind } from "@/lib/papers/definition";
import { paperKinds } from "@/lib/papers/kinds";

const ofDinkes = ["visit-report", "programme-report", "escalation-reply", "feedback-letter"];

export function papersOfOffice(actor: Actor): PaperKind[] {
  return paperKinds.filter(({ kind }) => ofDinkes.includes(kind) !== isPuskesmas(actor));
}

export function findPaperOfOffice(actor: Actor, slug: string): PaperKind | null {
  return papersOfOffice(actor).find((paper) => paper.slug === slug) ?? null;
}

export type OfficePaper = { paper: PaperKind; ownParts: number; forms: number };

export async function listOfficePapers(actor: Actor): Promise<OfficePaper[]> {
  const organisationId = actor.organisation.id;
  const [wordings, forms] = await Promise.all([
    db.paperWording.findMany({ where: { organisationId }, select: { paperKind: true } }),
    db.wordForm.findMany({ where: { organisationId }, select: { paperKind: true } }),
  ]);
  const countOf = (rows: { paperKind: string }[], kind: string) => rows.filter((row) => row.paperKind === kind).length;
  return papersOfOffice(actor).map((paper) => ({
    paper,
    ownParts: countOf(wordings, paper.kind),
    forms: countOf(forms, paper.kind),
  }));
}

export async function findOwnWording(actor: Actor, { kind, wording }: PaperKind) {
  const own = await db.paperWording.findMany({ where: { organisationId: actor.organisation.id, paperKind: kind } });
  return Object.entries(wording).map(([part, { label, text, placeholders }]) => {
    const row = own.find((one) => one.part === part);
    return { part, label, placeholders, text: row?.text ?? text, isOwn: row !== undefined };
  });
}
