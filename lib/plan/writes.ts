import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { requireWritable } from "@/lib/meetings/reads";
import { resultStatuses } from "@/lib/meetings/rules";
import { linkNote, refuseTakenNote, unlinkNote } from "@/lib/minutes/links";
import { factsOf, outlineOf } from "@/lib/plan/changes";
import { keepTypedOwner } from "@/lib/plan/owner-choice";
import { hasLostProblem, insertRow, type PlannedRow, planRow, unknownProblem } from "@/lib/plan/planned-row";
import { canWriteItems } from "@/lib/plan/rules";
import type { ActionItemInput } from "@/lib/plan/schema";
import { lockItem } from "@/lib/progress/reports";
import { dateToDay } from "@/lib/time";
import { transact } from "@/lib/transact";
import { keepForUndo, type Watched } from "@/lib/undo/keep";
import type { ActionItem } from "@/prisma/generated/client";
import { Prisma } from "@/prisma/generated/client";

export const notRunning =
  "RTL hanya ditulis selama kegiatan berlangsung. Mulai kegiatan ini dulu, atau buka kembali bila sudah ditutup.";

export const writingPlan: MeetingChange = {
  name: "write the plan of",
  statuses: resultStatuses,
  part: "plan",
  refusal: notRunning,
};

export type SavedItem = { number: number; version: number };

type StoredRow = ActionItem & { villages: { villageCode: string }[] };

function findStored(tx: Db, id: string): Promise<StoredRow | null> {
  return tx.actionItem.findUnique({ where: { id }, include: { villages: { select: { villageCode: true } } } });
}

function saysTheSame(stored: StoredRow, { row: { values, villageCodes }, owner }: PlannedRow): boolean {
  const plain = (value: unknown) => (value instanceof Date ? dateToDay(value) : value === null ? null : String(value));
  // Of two clicks at once each made a record of the person typed; only one is kept.
  const isCompared = (field: string) => !(owner.typed && field === "responsiblePersonId");
  const fields = (Object.keys(values) as (keyof typeof values)[]).filter(isCompared);
  const codes = stored.villages.map((village) => village.villageCode).sort();
  return fields.every((field) => plain(stored[field]) === plain(values[field])) && codes.join() === villageCodes.join();
}

/**
 * Its number is given under the meeting's lock; its id was made when the form was shown, so the same form sent twice
 * makes one row.
 */
export async function addActionItem(
  actor: Actor,
  meetingId: string,
  input: ActionItemInput,
): Promise<Outcome<SavedItem>> {
  const meeting = await requireWritable(actor, meetingId, writingPlan.name);
  if (!canWriteItems(actor, meeting)) return refuse(notRunning);
  // Of the same form sent twice the first made the row and the person's record.
  const planned = await planRow(meeting, actor, input, await findStored(db, input.id));
  if (!planned.ok) return planned;
  return transact<Outcome<SavedItem>>(
    async (tx) => {
      const held = await holdMeeting(tx, actor, meetingId, writingPlan);
      if (isRefusal(held)) return held;
      const already = await findStored(tx, input.id);
      if (already?.meetingId === meetingId) {
        if (saysTheSame(already, planned)) return { ok: true, number: already.number, version: already.version };
        return refuse(
          `Isian ini sudah tersimpan sebagai RTL ${already.number}. Buka RTL itu untuk mengubahnya, atau buka "Tambah RTL" lagi untuk baris baru.`,
        );
      }
      if (await hasLostProblem(tx, meetingId, planned.row)) return unknownProblem;
      const taken = input.noteId ? await refuseTakenNote(tx, meetingId, input.noteId) : null;
      if (taken) return taken;
      const number = await insertRow(tx, actor, held, input.id, planned);
      if (input.noteId) await linkNote(tx, meetingId, input.noteId, input.id);
      return { ok: true, number, version: 0 };
    },
    // An id that is another meeting's row: nobody's form makes one.
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

export async function editActionItem(
  actor: Actor,
  meetingId: string,
  input: ActionItemInput & { version: number },
): Promise<Outcome<SavedItem>> {
  const meeting = await requireWritable(actor, meetingId, writingPlan.name);
  if (!canWriteItems(actor, meeting)) return refuse(notRunning);
  const seen = await findStored(db, input.id);
  const planned = await planRow(meeting, actor, input, seen);
  if (!planned.ok) return planned;
  const { values, villageCodes } = planned.row;
  return transact<Outcome<SavedItem>>(async (tx) => {
    const held = await holdMeeting(tx, actor, meetingId, writingPlan);
    if (isRefusal(held)) return held;
    // A reassignment or a new deadline from a later meeting waits for this row.
    await lockItem(tx, input.id);
    const stored = await findStored(tx, input.id);
    if (stored?.meetingId !== meetingId)
      return refuse("RTL ini baru saja dihapus. Salin isian Anda, lalu tambah sebagai RTL baru.");
    const { number, version } = stored;
    if (saysTheSame(stored, planned)) return { ok: true, number, version };
    if (version !== input.version)
      return refuse(
        "RTL ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.",
      );
    if (await hasLostProblem(tx, meetingId, planned.row)) return unknownProblem;
    await keepTypedOwner(tx, planned.owner);
    await tx.actionItemVillage.deleteMany({ where: { itemId: stored.id } });
    await tx.actionItem.update({
      where: { id: stored.id },
      data: {
        ...values,
        version: { increment: 1 },
        villages: { create: villageCodes.map((villageCode) => ({ villageCode })) },
      },
    });
    await recordMeetingEvent(tx, by(actor), held, {
      action: "item.changed",
      subjectId: stored.id,
      data: { number, before: factsOf(stored), after: factsOf(values) },
    });
    return { ok: true, number, version: version + 1 };
  });
}

export async function deleteActionItem(
  actor: Actor,
  meetingId: string,
  itemId: string,
  undoId?: string,
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const held = await holdMeeting(tx, actor, meetingId, writingPlan);
    if (isRefusal(held)) return held;
    if (!isId(itemId)) return { ok: true };
    // A report or comment on its way waits for this lock, and then finds no row.
    await tx.$queryRaw`SELECT 1 FROM "ActionItem" WHERE id = ${itemId}::uuid FOR NO KEY UPDATE`;
    const item = await tx.actionItem.findFirst({
      where: { id: itemId, meetingId },
      include: { _count: { select: { reports: true, comments: true, escalations: true, reviews: true } } },
    });
    if (!item) return { ok: true };
    if (item._count.reports > 0)
      return refuse(`RTL ${item.number} sudah punya laporan kemajuan. Laporkan sebagai Dibatalkan, beserta alasannya.`);
    if (item._count.comments > 0)
      return refuse(`RTL ${item.number} sudah dikomentari. Laporkan sebagai Dibatalkan, beserta alasannya.`);
    if (item._count.escalations + item._count.reviews > 0)
      return refuse(
        `RTL ${item.number} sudah dieskalasi atau dibahas di kegiatan lain. Laporkan sebagai Dibatalkan, beserta alasannya.`,
      );
    await unlinkNote(tx, meetingId, itemId);
    const step = { id: undoId, kind: "item", words: `RTL ${item.number} dihapus` } as const;
    const rows: Watched[] = [
      { table: "ActionItem", where: Prisma.sql`t.id = ${itemId}::uuid` },
      { table: "ActionItemVillage", where: Prisma.sql`t."itemId" = ${itemId}::uuid` },
    ];
    await keepForUndo(tx, { actor, meeting: held, step }, rows, () => tx.actionItem.delete({ where: { id: itemId } }));
    await recordMeetingEvent(tx, by(actor), held, {
      action: "item.deleted",
      subjectId: itemId,
      data: { number: item.number, ...outlineOf(item) },
    });
    return { ok: true };
  });
}
