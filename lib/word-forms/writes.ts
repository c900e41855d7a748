import { randomUUID } from "node:crypto";
import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { PreparedFile } from "@/lib/documents/prepare";
import { keepDocument, placeFile } from "@/lib/documents/store";
import { by, recordEvent } from "@/lib/events/record";
import { canSetUpPapers } from "@/lib/letters/rules";
import { transact } from "@/lib/transact";

export type FormOf = { paper: { kind: string; name: string }; isForEOffice: boolean };

export async function saveWordForm(actor: Actor, form: FormOf, file: PreparedFile): Promise<Outcome> {
  const { organisationId, place } = placeOf(actor, form);
  const placed = await placeFile(file);
  if (!placed.ok) return placed;
  return transact<Outcome>(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
      await tx.wordForm.deleteMany({ where: place });
      const id = randomUUID();
      await tx.wordForm.create({ data: { id, ...place, uploader: actor.name } });
      const document = { id: randomUUID(), kind: "WORD_FORM", uploader: actor.name } as const;
      await keepDocument(tx, { wordFormId: id }, document, placed.file);
      await tell(tx, actor, "word-form.kept", form, file.name);
      return { ok: true };
    },
    { onDuplicate: (): Refusal => refuse("Formulir ini baru saja diganti orang lain. Muat ulang halaman ini.") },
  );
}

export async function dropWordForm(actor: Actor, form: FormOf): Promise<Outcome> {
  const { place } = placeOf(actor, form);
  return transact<Outcome>(async (tx) => {
    const found = await tx.wordForm.findFirst({ where: place, select: { id: true, file: { select: { name: true } } } });
    if (!found) return { ok: true };
    await tx.wordForm.delete({ where: { id: found.id } });
    await tell(tx, actor, "word-form.removed", form, found.file?.name ?? "");
    return { ok: true };
  });
}

function placeOf(actor: Actor, { paper, isForEOffice }: FormOf) {
  if (!canSetUpPapers(actor)) throw new NotAllowed(actor, `keep a form of ${paper.kind}`);
  const organisationId = actor.organisation.id;
  return { organisationId, place: { organisationId, paperKind: paper.kind, isForEOffice } };
}

type Step = "word-form.kept" | "word-form.removed";

function tell(tx: Db, actor: Actor, action: Step, { paper, isForEOffice }: FormOf, name: string): Promise<void> {
  const { id } = actor.organisation;
  const data = { paper: paper.name, name, isForEOffice };
  return recordEvent(tx, by(actor), { action, subjectId: id, organisationId: id, data });
}
