import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { type FoundMeeting, requireWritable } from "@/lib/meetings/reads";
import { resultStatuses } from "@/lib/meetings/rules";
import { linkNote, refuseTakenNote, unlinkNote } from "@/lib/minutes/links";
import { factsOf, outlineOf } from "@/lib/plan/changes";
import { keepTypedOwner, resolveOwner } from "@/lib/plan/owner-choice";
import { listVillageChoices } from "@/lib/plan/reads";
import { canWriteItems } from "@/lib/plan/rules";
import type { ActionItemInput } from "@/lib/plan/schema";
import { lockItem } from "@/lib/progress/reports";
import { dateToDay, dayOf, dayToDate, formatDayLong } from "@/lib/time";
import { transact } from "@/lib/transact";
import type { ActionItem } from "@/prisma/generated/client";

const notRunning =
  "RTL hanya ditulis selama kegiatan berlangsung. Mulai kegiatan ini dulu, atau buka kembali bila sudah ditutup.";

const writingPlan: MeetingChange = {
  name: "write the plan of",
  statuses: resultStatuses,
  part: "plan",
  refusal: notRunning,
};

const unknownProblem = refuse("Masalah ini tidak ada lagi. Pilih yang lain dari daftar.", "problemId");

function answeredProblem(tx: Db, meetingId: string, id: string) {
  return isId(id) ? tx.problem.findFirst({ where: { id, meetingId }, select: { id: true, statement: true } }) : null;
}

async function hasLostProblem(tx: Db, meetingId: string, { values }: Row): Promise<boolean> {
  return values.problemId !== null && (await answeredProblem(tx, meetingId, values.problemId)) === null;
}

type Planned = Awaited<ReturnType<typeof planRow>>;
type PlannedRow = Extract<Planned, { ok: true }>;
type Row = PlannedRow["row"];

async function planRow(actor: Actor, meeting: FoundMeeting, input: ActionItemInput, stored: ActionItem | null) {
  const meetingDay = dayOf(meeting.startsAt, meeting.timeZone);
  if (input.deadline < meetingDay)
    return refuse(`Batas waktu tidak boleh sebelum tanggal kegiatan (${formatDayLong(meetingDay)})`, "deadline");
  const owner = await resolveOwner(actor, meeting.id, input, stored);
  if (!owner.ok) return owner;
  const villageCodes = [...new Set(input.villages)].sort();
  if (villageCodes.length > 0) {
    const known = new Set((await listVillageChoices(actor, meeting.id)).map((village) => village.code));
    if (villageCodes.some((code) => !known.has(code)))
      return refuse("Pilih desa dari wilayah kerja penyelenggara", "villages");
  }
  const { cause, activity, support, indicator, baseline, target, unit, fundingSource, priority } = input;
  const answered = input.problemId ? await answeredProblem(db, meeting.id, input.problemId) : null;
  if (input.problemId && !answered) return unknownProblem;
  return {
    ok: true as const,
    row: {
      values: {
        ...owner.values,
        problemId: answered?.id ?? null,
        problem: input.problem ?? answered?.statement ?? null,
        cause,
        activity,
        support,
        deadline: dayToDate(input.deadline),
        indicator,
        baseline,
        target,
        unit,
        fundingSource,
        priority,
      },
      villageCodes,
    },
    owner,
  };
}

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
  const planned = await planRow(actor, meeting, input, await findStored(db, input.id));
  if (!planned.ok) return planned;
  const { values, villageCodes } = planned.row;
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
      const { _max } = await tx.actionItem.aggregate({ where: { meetingId }, _max: { number: true } });
      const number = (_max.number ?? 0) + 1;
      await keepTypedOwner(tx, planned.owner);
      await tx.actionItem.create({
        data: {
          id: input.id,
          meetingId,
          number,
          ...values,
          createdById: actor.userId,
          villages: { create: villageCodes.map((villageCode) => ({ villageCode })) },
        },
      });
      if (input.noteId) await linkNote(tx, meetingId, input.noteId, input.id);
      await recordMeetingEvent(tx, by(actor), held, {
        action: "item.added",
        subjectId: input.id,
        data: { number, ...outlineOf(values) },
      });
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
  const planned = await planRow(actor, meeting, input, seen);
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

export async function deleteActionItem(actor: Actor, meetingId: string, itemId: string): Promise<Outcome> {
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
    await tx.actionItem.delete({ where: { id: itemId } });
    await recordMeetingEvent(tx, by(actor), held, {
      action: "item.deleted",
      subjectId: itemId,
      data: { number: item.number, ...outlineOf(item) },
    });
    return { ok: true };
  });
}
