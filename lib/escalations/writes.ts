import { type Actor, isPuskesmas, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { prepareFile } from "@/lib/documents/prepare";
import { keepDocument, placeFile } from "@/lib/documents/store";
import type { Upload } from "@/lib/documents/upload";
import { escalationsVisibleTo } from "@/lib/escalations/reads";
import { canAnswerEscalation, endsEscalation } from "@/lib/escalations/rules";
import type { EscalationAnswerInput, EscalationInput } from "@/lib/escalations/schema";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { type LockedItem, lockItem } from "@/lib/progress/reports";
import { canReportProgress, isOpen, progressNames } from "@/lib/progress/rules";
import { dayOf, dayToDate, formatDayLong } from "@/lib/time";
import { transact } from "@/lib/transact";

const escalating: MeetingChange = { name: "escalate a row of", isAllowed: canReportProgress, whenApproved: null };
const withdrawing: MeetingChange = { ...escalating, name: "withdraw an escalation of" };

/** Hands an open row to the actor's Dinkes kabupaten. One open at a time: the partial unique index decides. */
export async function raiseEscalation(
  actor: Actor,
  meetingId: string,
  itemId: string,
  input: EscalationInput,
): Promise<Outcome> {
  if (!isId(itemId)) throw new NotAllowed(actor, `escalate action item ${itemId}`);
  return transact<Outcome>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, escalating);
      if (isRefusal(meeting)) return meeting;
      const item = await lockItem(tx, itemId);
      if (item?.meetingId !== meetingId) return refuse("RTL ini baru saja dihapus");
      return openEscalation(tx, actor, { ...item, hostId: meeting.hostId }, input);
    },
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

/** Inside the transaction that holds the row's lock. @param item hostId: whose record its meeting is */
export async function openEscalation(
  tx: Db,
  actor: Actor,
  item: LockedItem & { hostId: string },
  { id, reason }: EscalationInput,
): Promise<Outcome> {
  const open = await tx.escalation.findFirst({
    where: { itemId: item.id, closedAt: null },
    select: { id: true, raisedAt: true, raiser: true },
  });
  if (open?.id === id) return { ok: true };
  if (open) {
    const day = formatDayLong(dayOf(open.raisedAt, actor.organisation.timeZone));
    return refuse(`RTL ini sudah dieskalasi oleh ${open.raiser} pada ${day} dan belum selesai dijawab Dinkes`);
  }
  if (!isOpen(item.status))
    return refuse(`RTL ini sudah ${progressNames[item.status].toLowerCase()}: tidak ada yang perlu dieskalasi`);
  const dinkes = await findDinkes(tx, actor);
  if (!dinkes)
    return refuse("Puskesmas Anda belum berada di bawah Dinas Kesehatan kabupaten di Lokmin. Hubungi Dinas Kesehatan.");
  await tx.escalation.create({
    data: { id, itemId: item.id, dinkesId: dinkes.id, reason, raisedById: actor.userId, raiser: actor.name },
  });
  const { number, activity, meetingId, hostId } = item;
  await recordMeetingEvent(
    tx,
    by(actor),
    { id: meetingId, hostId },
    {
      action: "escalation.raised",
      subjectId: id,
      data: { number, activity, to: dinkes.name, reason },
    },
  );
  return { ok: true };
}

async function findDinkes(tx: Db, actor: Actor) {
  const { parentId } = actor.organisation;
  if (!isPuskesmas(actor) || !parentId) return null;
  return tx.organisation.findFirst({
    where: { id: parentId, kind: "DISTRICT_DINKES" },
    select: { id: true, name: true },
  });
}

type Locked = {
  closedAt: Date | null;
  answers: { id: string }[];
  item: { number: number; activity: string; meetingId: string; hostId: string };
};

async function lockEscalation(tx: Db, id: string): Promise<Locked> {
  await tx.$queryRaw`SELECT 1 FROM "Escalation" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const { item, ...facts } = await tx.escalation.findUniqueOrThrow({
    where: { id },
    select: {
      closedAt: true,
      answers: { select: { id: true }, take: 50 },
      item: { select: { number: true, activity: true, meetingId: true, meeting: { select: { hostId: true } } } },
    },
  });
  const { meeting, ...row } = item;
  return { ...facts, item: { ...row, hostId: meeting.hostId } };
}

const isUp = "Eskalasi ini sudah selesai atau ditarik. Muat ulang halaman untuk melihatnya.";

export async function withdrawEscalation(actor: Actor, id: string): Promise<Outcome> {
  const found = isId(id) ? await findVisible(actor, id) : null;
  if (!found) throw new NotAllowed(actor, `withdraw escalation ${id}`);
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, found.item.meetingId, withdrawing);
    return isRefusal(meeting) ? meeting : closeUnanswered(tx, actor, id);
  });
}

/** Withdraws inside a transaction that has asked who may. */
export async function closeUnanswered(tx: Db, actor: Actor, id: string): Promise<Outcome> {
  const { closedAt, answers, item } = await lockEscalation(tx, id);
  if (answers.length > 0) return refuse("Dinkes sudah menjawab eskalasi ini, jadi tidak dapat ditarik lagi");
  if (closedAt) return { ok: true };
  await tx.escalation.update({ where: { id }, data: { closedAt: new Date() } });
  const { number, activity, meetingId, hostId } = item;
  const data = { number, activity };
  const meeting = { id: meetingId, hostId };
  await recordMeetingEvent(tx, by(actor), meeting, { action: "escalation.withdrawn", subjectId: id, data });
  return { ok: true };
}

function findVisible(actor: Actor, id: string) {
  return db.escalation.findFirst({
    where: { AND: [{ id }, escalationsVisibleTo(actor)] },
    select: {
      dinkesId: true,
      item: { select: { meetingId: true } },
    },
  });
}

export async function answerEscalation(
  actor: Actor,
  id: string,
  input: EscalationAnswerInput,
  upload: Upload | null = null,
): Promise<Outcome> {
  const found = isId(id) ? await findVisible(actor, id) : null;
  if (!found || !canAnswerEscalation(actor, found)) throw new NotAllowed(actor, `answer escalation ${id}`);
  const wrongDay = refusedDay(input, dayOf(new Date(), actor.organisation.timeZone));
  if (wrongDay) return wrongDay;
  const prepared = upload ? await prepareFile("ESCALATION_LETTER", upload) : null;
  if (prepared && !prepared.ok) return prepared;
  const letter = prepared ? await placeFile(prepared.file) : null;
  if (letter && !letter.ok) return letter;
  return transact<Outcome>(
    async (tx) => {
      const { closedAt, answers, item } = await lockEscalation(tx, id);
      if (answers.some((answer) => answer.id === input.id)) return { ok: true };
      if (closedAt) return refuse(isUp);
      await keepAnswer(tx, actor, id, input);
      if (letter)
        await keepDocument(
          tx,
          { answerId: input.id },
          { id: input.fileId, kind: "ESCALATION_LETTER", uploader: actor.name },
          letter.file,
        );
      if (endsEscalation(input.outcome)) await tx.escalation.update({ where: { id }, data: { closedAt: new Date() } });
      const { number, activity, meetingId, hostId } = item;
      await recordMeetingEvent(
        tx,
        by(actor),
        { id: meetingId, hostId },
        {
          action: "escalation.answered",
          subjectId: id,
          data: { number, activity, ...answerData(input) },
        },
      );
      return { ok: true };
    },
    // An id that another answer or file has: nobody's form makes one.
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

function refusedDay({ outcome, letterDate, dueOn }: EscalationAnswerInput, today: string) {
  if (outcome !== "ACTED_ON") return null;
  if (letterDate && letterDate > today) return refuse("Tanggal surat tidak boleh sesudah hari ini", "letterDate");
  if (letterDate && dueOn && dueOn < letterDate)
    return refuse("Tanggal selesai tidak boleh sebelum tanggal surat", "dueOn");
  return null;
}

function keepAnswer(tx: Db, actor: Actor, escalationId: string, input: EscalationAnswerInput) {
  const isFormal = input.outcome === "ACTED_ON";
  const day = (value: string | null) => (isFormal && value ? dayToDate(value) : null);
  return tx.escalationAnswer.create({
    data: {
      id: input.id,
      escalationId,
      outcome: input.outcome,
      text: input.text ?? "",
      letterNumber: isFormal ? input.letterNumber : null,
      letterDate: day(input.letterDate),
      contact: isFormal ? input.contact : null,
      dueOn: day(input.dueOn),
      answeredById: actor.userId,
      answerer: actor.name,
    },
  });
}

function answerData({ outcome, text, letterNumber, letterDate, dueOn }: EscalationAnswerInput) {
  const formal = outcome === "ACTED_ON" ? { letterNumber, letterDate, dueOn } : noLetter;
  return { outcome, text: text ?? null, ...formal };
}

const noLetter = { letterNumber: null, letterDate: null, dueOn: null };
