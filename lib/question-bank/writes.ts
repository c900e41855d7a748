import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { prepareFile } from "@/lib/documents/prepare";
import { keepDocument, placeFile } from "@/lib/documents/store";
import type { Upload } from "@/lib/documents/upload";
import { by, recordEvent } from "@/lib/events/record";
import { canWriteQuestions, type QuestionContent } from "@/lib/question-bank/rules";
import type { QuestionInput } from "@/lib/question-bank/schema";
import { transact } from "@/lib/transact";

const changed = refuse("Soal ini baru saja diubah orang lain. Muat ulang halaman untuk melihatnya, lalu ubah lagi.");

/** @param picture with the id from its form: sent twice, it is one file */
export async function saveQuestion(
  actor: Actor,
  { id, version, question }: QuestionInput,
  picture: (Upload & { id: string }) | "remove" | null = null,
): Promise<Outcome> {
  authorise(actor, `save question ${id}`);
  const placed = await place(picture);
  if (placed && !placed.ok) return placed;
  return transact<Outcome>(
    async (tx) => {
      const before = version === undefined ? null : await hold(tx, actor, id);
      if (before && before.version !== version) return changed;
      const pictureId = placed ? placed.id : picture === "remove" ? null : undefined;
      if (before) await tx.bankQuestion.update({ where: { id }, data: { ...question, version: { increment: 1 } } });
      else await tx.bankQuestion.create({ data: { ...question, id, organisationId: actor.organisation.id } });
      if (placed)
        await keepDocument(
          tx,
          { bankQuestionId: id },
          { id: placed.id, kind: "QUESTION_PICTURE", uploader: actor.name },
          placed.file,
        );
      if (pictureId !== undefined) await tx.bankQuestion.update({ where: { id }, data: { pictureId } });
      await record(tx, actor, id, before ? "question.changed" : "question.added", question);
      return { ok: true };
    },
    {
      onDuplicate: async () =>
        (await db.bankQuestion.count({ where: { id, organisationId: actor.organisation.id } })) > 0
          ? { ok: true }
          : refuse("Muat ulang halaman ini, lalu coba lagi"),
    },
  );
}

/** A question that is not asked any more; tests keep their copy of it. */
export async function archiveQuestion(actor: Actor, id: string, isArchived: boolean): Promise<Outcome> {
  authorise(actor, `archive question ${id}`);
  return transact<Outcome>(async (tx) => {
    const before = await hold(tx, actor, id);
    if ((before.archivedAt !== null) === isArchived) return { ok: true };
    await tx.bankQuestion.update({
      where: { id },
      data: { archivedAt: isArchived ? new Date() : null, version: { increment: 1 } },
    });
    await record(tx, actor, id, isArchived ? "question.archived" : "question.restored", before);
    return { ok: true };
  });
}

function authorise(actor: Actor, what: string): void {
  if (!canWriteQuestions(actor)) throw new NotAllowed(actor, what);
}

async function place(picture: (Upload & { id: string }) | "remove" | null) {
  if (picture === null || picture === "remove") return null;
  const prepared = await prepareFile("QUESTION_PICTURE", picture);
  if (!prepared.ok) return onPicture(prepared);
  const placed = await placeFile(prepared.file);
  return placed.ok ? { ok: true as const, id: picture.id, file: placed.file } : onPicture(placed);
}

const onPicture = ({ reason }: Refusal) => refuse(reason, "picture");

async function hold(tx: Db, actor: Actor, id: string) {
  if (isId(id)) await tx.$queryRaw`SELECT 1 FROM "BankQuestion" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const question = isId(id)
    ? await tx.bankQuestion.findFirst({ where: { id, organisationId: actor.organisation.id } })
    : null;
  if (!question) throw new NotAllowed(actor, `change question ${id}`);
  return question;
}

function record(
  tx: Db,
  actor: Actor,
  id: string,
  action: "question.added" | "question.changed" | "question.archived" | "question.restored",
  { topic, text }: Pick<QuestionContent, "topic" | "text">,
): Promise<void> {
  const data = { topic, text: text.slice(0, 200) };
  return recordEvent(tx, by(actor), { action, subjectId: id, organisationId: actor.organisation.id, data });
}
