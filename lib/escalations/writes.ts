import { type Actor, isPuskesmas, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { lockEscalation, recordOf } from "@/lib/escalations/hold";
import { defaultAnswerDays } from "@/lib/escalations/rules";
import type { EscalationInput } from "@/lib/escalations/schema";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { type LockedItem, lockItem } from "@/lib/progress/reports";
import { canReportProgress, isOpen, progressNames } from "@/lib/progress/rules";
import { addDays, dayOf, dayToDate, formatDayLong } from "@/lib/time";
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
  const answerBy = addDays(
    dayOf(new Date(), dinkes.timeZone),
    dinkes.escalationOffice?.answerDays ?? defaultAnswerDays,
  );
  await tx.escalation.create({
    data: {
      ...{ id, itemId: item.id, dinkesId: dinkes.id, reason, raisedById: actor.userId, raiser: actor.name },
      answerBy: dayToDate(answerBy),
    },
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
    select: { id: true, name: true, timeZone: true, escalationOffice: { select: { answerDays: true } } },
  });
}

export async function withdrawEscalation(actor: Actor, id: string): Promise<Outcome> {
  const found = isId(id)
    ? await db.escalation.findFirst({
        where: { AND: [{ id }, escalationsVisibleTo(actor)] },
        select: { item: { select: { meetingId: true } } },
      })
    : null;
  if (!found) throw new NotAllowed(actor, `withdraw escalation ${id}`);
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, found.item.meetingId, withdrawing);
    return isRefusal(meeting) ? meeting : closeUnanswered(tx, actor, id);
  });
}

/** Withdraws inside a transaction that has asked who may; what was handed on ends with it. */
export async function closeUnanswered(tx: Db, actor: Actor, id: string): Promise<Outcome> {
  const escalation = await lockEscalation(tx, id);
  if (!escalation) return refuse("Eskalasi ini sudah tidak ada. Muat ulang halaman ini.");
  if (escalation.answers.length > 0) return refuse("Dinkes sudah menjawab eskalasi ini, jadi tidak dapat ditarik lagi");
  if (escalation.closedAt) return { ok: true };
  const closedAt = new Date();
  await tx.escalation.update({ where: { id }, data: { closedAt } });
  await tx.escalationForward.updateMany({ where: { escalationId: id, closedAt: null }, data: { closedAt } });
  const { meeting, row, subjectId } = recordOf(escalation);
  await recordMeetingEvent(tx, by(actor), meeting, { action: "escalation.withdrawn", subjectId, data: row });
  return { ok: true };
}
