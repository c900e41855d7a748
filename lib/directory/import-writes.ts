import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isUniqueViolation } from "@/lib/db";
import { applyPlan } from "@/lib/directory/import-apply";
import { doneLine, type ImportDone } from "@/lib/directory/import-done";
import { readDirectoryFile } from "@/lib/directory/import-file";
import type { Plan } from "@/lib/directory/import-plan";
import { planImport } from "@/lib/directory/import-reads";
import { draftSchema, readRows } from "@/lib/directory/import-rows";
import { canWriteDirectory } from "@/lib/directory/rules";
import { by, recordEvent } from "@/lib/events";
import { discardDraft, keepDraft, lockDraft, type OnProgress } from "@/lib/imports/drafts";

/**
 * Reads an uploaded file and keeps its rows until they are confirmed; the directory stays as it is.
 * @param id made when the form was shown: sent again, with another file perhaps, it is the same draft
 */
export async function draftImport(
  actor: Actor,
  { id, name, bytes }: { id: string; name: string; bytes: Buffer },
  onProgress: OnProgress = () => {},
): Promise<Outcome<{ id: string }>> {
  if (!canWriteDirectory(actor)) throw new NotAllowed(actor, "import a directory");
  const read = await readDirectoryFile(bytes);
  if (!read.ok) return read;
  const draft = await readRows(read.file, onProgress);
  return keepDraft(actor, "DIRECTORY", { id, fileName: name, rows: draft });
}

/** Throws an upload away. */
export async function discardImport(actor: Actor, id: string): Promise<Outcome> {
  if (!canWriteDirectory(actor)) throw new NotAllowed(actor, "discard an import");
  await discardDraft(actor, "DIRECTORY", id);
  return { ok: true };
}

/**
 * Imports the rows that are ready, in one transaction; faulty ones are left out. They are looked at once more: where
 * that would do anything else than what was shown, nothing is done. Pressed twice, it happens once: the second waits
 * for the draft's row lock and finds it confirmed.
 * @param shown the fingerprint of the plan that was shown
 */
export async function confirmImport(
  actor: Actor,
  id: string,
  shown: string,
  onProgress: OnProgress = () => {},
): Promise<Outcome> {
  if (!canWriteDirectory(actor)) throw new NotAllowed(actor, "confirm an import");
  try {
    return await db.$transaction((tx) => confirm(tx, actor, id, shown, onProgress), {
      timeout: 120_000,
      maxWait: 20_000,
    });
  } catch (error) {
    // A seat that somebody added in the same moment: the index let theirs through.
    if (!isUniqueViolation(error)) throw error;
    return changed;
  }
}

async function confirm(tx: Db, actor: Actor, id: string, shown: string, onProgress: OnProgress): Promise<Outcome> {
  const organisationId = actor.organisation.id;
  const found = await lockDraft(tx, actor, "DIRECTORY", id);
  if (!found) return gone;
  if (found.confirmedAt) return { ok: true };
  await lockDirectory(tx, organisationId);
  const draft = draftSchema.parse(found.rows);
  const plan = await planImport(tx, organisationId, draft);
  if (plan.fingerprint !== shown) return changed;
  if (plan.ready.length === 0) return refuse("Tidak ada baris yang siap diimpor");
  await applyPlan(tx, organisationId, draft, plan, onProgress);
  await tx.importDraft.update({ where: { id }, data: { confirmedAt: new Date(), rows: doneOf(plan) } });
  const line = doneLine(plan.counts);
  if (line)
    await recordEvent(tx, {
      ...by(actor),
      organisationId,
      verb: "mengimpor mitra",
      subject: found.fileName,
      detail: { hasil: line, pejabat: holdersOf(plan) },
    });
  return { ok: true };
}

/** Two imports at once go one after the other; nobody changes a holder between the last look and the writing. */
async function lockDirectory(tx: Db, organisationId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT count(*)::int FROM (
      SELECT 1 FROM "Seat" WHERE "organisationId" = ${organisationId}::uuid AND "archivedAt" IS NULL ORDER BY id FOR NO KEY UPDATE
    ) held`;
}

function doneOf({ counts, refused }: Plan): ImportDone {
  return { ...counts, leftOut: refused.length };
}

/** The first of those who changed, for the record; the seats themselves keep all of them. */
function holdersOf({ ready }: Plan): string[] {
  return ready
    .filter(({ effect }) => effect === "ganti" || effect === "kosong")
    .slice(0, 30)
    .map(({ values, changes }) => `${values.title}: ${changes[0]}`);
}

const gone = refuse("Pratinjau ini sudah dibatalkan atau lewat sehari. Unggah lagi berkasnya.");
const changed = refuse(
  "Daftar mitra berubah sejak pratinjau ini dibuka, belum ada yang diimpor. Periksa pratinjau yang baru, lalu impor lagi.",
);
