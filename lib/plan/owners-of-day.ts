import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { placedTitle, seatName } from "@/lib/directory/rules";
import { endOfDayOf, holderAmong, isRunningAt } from "@/lib/directory/tenure";
import { by, recordEvents } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { visibleTo } from "@/lib/meetings/reads";
import { isSameWords } from "@/lib/plain-words";
import { ownerOf } from "@/lib/plan/changes";
import { transact } from "@/lib/transact";
import type { SeatHolder } from "@/prisma/generated/client";

type Meeting = { id: string; startsAt: Date; timeZone: string };

/** A row of a past meeting that names who held its owner's seat at another time; rows that were handed over stay. */
async function misowned(tx: Db, actor: Actor, meeting: Meeting) {
  const at = endOfDayOf(meeting);
  if (at > new Date()) return [];
  const items = await tx.actionItem.findMany({
    where: {
      meetingId: meeting.id,
      meeting: visibleTo(actor),
      responsibleName: { not: null },
      responsibleSeat: {
        organisationId: actor.organisation.id,
        holders: { some: { OR: [{ since: { gt: at } }, { until: { lte: at } }] } },
      },
    },
    orderBy: { number: "asc" },
    select: {
      ...{ id: true, number: true, activity: true },
      ...{ responsibleInstitution: true, responsibleTitle: true, responsibleName: true },
      responsibleSeat: { include: { holders: true, village: { select: { code: true, name: true } } } },
    },
  });
  const handedOver = await tx.event.findMany({
    where: { meetingId: meeting.id, action: "item.reassigned", subjectId: { in: items.map(({ id }) => id) } },
    select: { subjectId: true },
  });
  const stays = new Set(handedOver.map(({ subjectId }) => subjectId));
  return items.flatMap(({ responsibleSeat: seat, ...item }) => {
    if (!seat || stays.has(item.id)) return [];
    const named = seat.holders.filter(({ name }) => isSameWords(name, item.responsibleName ?? ""));
    const isOfAnotherTime = named.length > 0 && !named.some((one) => isRunningAt(one, at));
    const holder = holderAmong(seat.holders.filter((one) => isRunningAt(one, at)));
    return isOfAnotherTime ? [{ ...item, holder, title: titleOf(seat, holder) }] : [];
  });
}

function titleOf(seat: Parameters<typeof placedTitle>[0], holder: SeatHolder | null): string {
  return seatName({ title: placedTitle(seat), prefix: holder?.prefix });
}

export type Misowned = Awaited<ReturnType<typeof misowned>>[number];

export function listMisowned(actor: Actor, meeting: Meeting): Promise<Misowned[]> {
  return misowned(db, actor, meeting);
}

const correcting: MeetingChange = { name: "correct the owners of the plan of" };

/** Names in the rows who held the seats on the meeting's day. The row stays with its seat, and so with its link. */
export async function nameOwnersOfDay(actor: Actor, meetingId: string): Promise<Outcome<{ count: number }>> {
  return transact<Outcome<{ count: number }>>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, correcting);
    if (isRefusal(meeting)) return meeting;
    if (endOfDayOf(meeting) > new Date()) return refuse("Yang diperbaiki hanya RTL kegiatan yang sudah lewat");
    const rows = await misowned(tx, actor, meeting);
    const corrected = rows.map(({ id, holder, title }) => ({
      id,
      values: {
        responsibleTitle: title,
        responsibleName: holder?.name ?? null,
        responsiblePersonId: holder?.personId ?? null,
      },
    }));
    for (const { id, values } of corrected)
      await tx.actionItem.update({ where: { id }, data: { ...values, version: { increment: 1 } } });
    await recordEvents(
      tx,
      by(actor),
      rows.map((row, index) => ({
        action: "item.owner-corrected",
        subjectId: row.id,
        organisationId: meeting.hostId,
        meetingId,
        data: {
          ...{ number: row.number, activity: row.activity, before: ownerOf(row) },
          after: ownerOf({ ...row, ...corrected[index]?.values }),
        },
      })),
    );
    return { ok: true, count: rows.length };
  });
}
