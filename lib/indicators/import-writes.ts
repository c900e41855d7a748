import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { discardDraft, keepDraft, lockDraft, type OnProgress } from "@/lib/imports/drafts";
import { type FiguresOf, lockFigures } from "@/lib/indicators/figures-lock";
import { readValuesFile } from "@/lib/indicators/import-file";
import type { ValuesPlan } from "@/lib/indicators/import-plan";
import { planValues, type ValuesDone } from "@/lib/indicators/import-reads";
import { readValueCells, valuesDraftSchema } from "@/lib/indicators/import-rows";
import { canWriteFigures } from "@/lib/indicators/rules";
import { writeValues } from "@/lib/indicators/value-rows";

/** Reads an uploaded file of figures and keeps it until it is confirmed; the figures stay as they are. */
export async function draftValues(
  actor: Actor,
  { id, name, bytes }: { id: string; name: string; bytes: Buffer },
  onProgress: OnProgress = () => {},
): Promise<Outcome<{ id: string }>> {
  if (!canWriteFigures(actor)) throw new NotAllowed(actor, "import figures");
  const read = await readValuesFile(bytes);
  if (!read.ok) return read;
  return keepDraft(actor, "VALUES", { id, fileName: name, rows: await readValueCells(read.file, onProgress) });
}

/** Throws an upload of figures away. */
export async function discardValues(actor: Actor, id: string): Promise<Outcome> {
  if (!canWriteFigures(actor)) throw new NotAllowed(actor, "discard an import of figures");
  await discardDraft(actor, "VALUES", id);
  return { ok: true };
}

/**
 * Imports what is ready, in one transaction; faulty cells are left out, and what stands is written over, never
 * doubled. Looked at once more under the lock: where that would do anything else than what was shown, nothing is done.
 * @param shown the fingerprint of the plan that was shown
 */
export async function confirmValues(
  actor: Actor,
  id: string,
  shown: string,
  onProgress: OnProgress = () => {},
): Promise<Outcome> {
  if (!canWriteFigures(actor)) throw new NotAllowed(actor, "confirm an import of figures");
  return db.$transaction((tx) => confirm(tx, actor, id, shown, onProgress), { timeout: 120_000, maxWait: 20_000 });
}

const rowsPerStep = 5000;

async function confirm(tx: Db, actor: Actor, id: string, shown: string, onProgress: OnProgress): Promise<Outcome> {
  const found = await lockDraft(tx, actor, "VALUES", id);
  if (!found) return gone;
  if (found.confirmedAt) return { ok: true };
  const of = await lockFigures(tx, actor);
  const plan = await planValues(tx, actor, valuesDraftSchema.parse(found.rows));
  if (plan.fingerprint !== shown) return changed;
  if (plan.rows.length === 0) return refuse("Tidak ada angka baru atau berubah yang siap diimpor");
  for (let from = 0; from < plan.rows.length; from += rowsPerStep) {
    await writeValues(tx, actor.organisation.id, plan.rows.slice(from, from + rowsPerStep));
    await onProgress(Math.min(from + rowsPerStep, plan.rows.length), plan.rows.length);
  }
  const done: ValuesDone = { ...plan.counts, leftOut: plan.refused.length };
  await tx.importDraft.update({ where: { id }, data: { confirmedAt: new Date(), rows: done } });
  await tellImported(tx, actor, found.fileName, plan, of);
  return { ok: true };
}

async function tellImported(tx: Db, actor: Actor, fileName: string, { counts, rows }: ValuesPlan, of: FiguresOf) {
  const names = [...new Set(rows.map(({ indicatorId }) => of.indicators.get(indicatorId)?.name ?? ""))];
  const years = [...new Set(rows.map(({ year }) => String(year)))].sort();
  await recordEvent(tx, {
    ...by(actor),
    organisationId: actor.organisation.id,
    verb: "mengimpor capaian",
    subject: fileName,
    detail: { baru: counts.baru, diubah: counts.ubah, indikator: names.slice(0, 30), tahun: years.slice(0, 30) },
  });
}

const gone = refuse("Pratinjau ini sudah dibatalkan atau lewat sehari. Unggah lagi berkasnya.");
const changed = refuse(
  "Angka atau indikatornya berubah sejak pratinjau ini dibuka, belum ada yang diimpor. Periksa pratinjau yang baru, lalu impor lagi.",
);
