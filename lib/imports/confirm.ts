import { type Actor, NotAllowed, type Outcome } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import type { AnyImport } from "@/lib/imports/definition";
import type { OnProgress } from "@/lib/imports/drafts";
import { enqueue } from "@/lib/jobs/queue";
import { jobState } from "@/lib/jobs/rules";
import { transact } from "@/lib/transact";
import type { Prisma } from "@/prisma/generated/client";

const largeBytes = 100_000;

/** Saves what is ready: a small upload at once, a large one by a job that its page tells of. */
export async function confirmImport(
  actor: Actor,
  kind: AnyImport,
  { id, shown }: { id: string; shown: string },
  onProgress?: OnProgress,
): Promise<Outcome> {
  if (!kind.mayImport(actor)) throw new NotAllowed(actor, `confirm an import of ${kind.slug}`);
  const fileName = await largeDraft(actor, id);
  if (fileName === null) return kind.apply(actor, id, shown, onProgress);
  return transact<Outcome>(async (tx) => {
    // Of two presses the second waits for the first.
    await tx.$queryRaw`SELECT 1 FROM "ImportDraft" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const open = await tx.job.count({ where: { ...ofDraft(actor, id), finishedAt: null, failedAt: null } });
    if (open === 0)
      await enqueue(tx, {
        kind: "import.apply",
        payload: { slug: kind.slug, draftId: id, shown },
        actor,
        subject: fileName,
      });
    return { ok: true };
  });
}

async function largeDraft(actor: Actor, id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const [draft] = await db.$queryRaw<{ fileName: string }[]>`
    SELECT "fileName" FROM "ImportDraft"
    WHERE id = ${id}::uuid AND "userId" = ${actor.userId}::uuid AND "organisationId" = ${actor.organisation.id}::uuid
      AND "confirmedAt" IS NULL AND octet_length(rows::text) > ${largeBytes}`;
  return draft?.fileName ?? null;
}

function ofDraft(actor: Actor, draftId: string): Prisma.JobWhereInput {
  return {
    kind: "import.apply",
    userId: actor.userId,
    organisationId: actor.organisation.id,
    payload: { path: ["draftId"], equals: draftId },
  };
}

/** How far the saving of a large upload is, or why it was not saved; null where none was asked for. */
export async function findSaving(actor: Actor, draftId: string) {
  const job = await db.job.findFirst({ where: ofDraft(actor, draftId), orderBy: { createdAt: "desc" } });
  return job && { state: jobState(job), done: job.done, total: job.total, outcome: job.outcome };
}

export type Saving = NonNullable<Awaited<ReturnType<typeof findSaving>>>;
