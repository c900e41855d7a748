import { audienceOf } from "@/lib/notifications/audience";
import { listUntold, type NewsEvent } from "@/lib/notifications/facts";
import { aboutOf, findNewsKind } from "@/lib/notifications/kinds";
import { transact } from "@/lib/transact";

const atOnce = 1000;
const dayMs = 86_400_000;
const newsDays = 30;

/**
 * Tells those whom they concern of the events that nobody was told of. Run twice, or by two at once, it tells once: a
 * notification moves to a newer event only.
 * @returns how many events were looked at
 */
export async function makeNotifications(now: Date, signal?: AbortSignal): Promise<number> {
  let looked = 0;
  for (let events = await listUntold(atOnce); events.length > 0; events = await listUntold(atOnce)) {
    const oldest = new Date(now.getTime() - newsDays * dayMs);
    const rows = await rowsOf(newestOfLike(events.filter(({ at }) => at > oldest)));
    await transact(async (tx) => {
      await tx.$executeRaw`
        INSERT INTO "Notification" AS n ("userId", about, "eventId", at)
        SELECT * FROM unnest(${rows.map(({ userId }) => userId)}::uuid[], ${rows.map(({ about }) => about)}::text[],
          ${rows.map(({ eventId }) => eventId)}::bigint[], ${rows.map(({ at }) => at)}::timestamptz[])
        ON CONFLICT ("userId", about) DO UPDATE
          SET "eventId" = excluded."eventId", at = excluded.at, "readAt" = NULL, "mailId" = NULL
          WHERE n."eventId" < excluded."eventId"`;
      await tx.$executeRaw`UPDATE "Event" SET "isNews" = false WHERE id = ANY(${events.map(({ id }) => id)}::bigint[])`;
    });
    looked += events.length;
    if (signal?.aborted) break;
  }
  return looked;
}

type Row = { userId: string; about: string; eventId: bigint; at: Date };

/** News of a meeting, done alike by one, tell the same people: a whole sub-district answers an invitation at once. */
export function newestOfLike(events: readonly NewsEvent[]): NewsEvent[] {
  const newest = new Map<string, NewsEvent>();
  for (const event of events) {
    const { id, action, meetingId, userId } = event;
    const isOfMeeting = meetingId !== null && findNewsKind(action)?.of === "meeting";
    newest.set(isOfMeeting ? `${action} ${meetingId} ${userId}` : String(id), event);
  }
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function rowsOf(events: readonly NewsEvent[]): Promise<Row[]> {
  const audience = await audienceOf(events);
  const rows = new Map<string, Row>();
  for (const event of events) {
    const kind = findNewsKind(event.action);
    if (!kind) continue;
    const about = aboutOf(kind, event);
    for (const userId of audience.get(event.id) ?? [])
      rows.set(`${userId} ${about}`, { userId, about, eventId: event.id, at: event.at });
  }
  return [...rows.values()];
}

const keptDays = { read: 60, unread: 180, mails: 180 };

export async function deleteOldNotifications(now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  const { unread, read, mails } = keptDays;
  return transact(async (tx) => {
    const { count } = await tx.notification.deleteMany({
      where: { OR: [{ at: { lt: before(unread) } }, { at: { lt: before(read) }, readAt: { not: null } }] },
    });
    await tx.notificationMail.deleteMany({ where: { createdAt: { lt: before(mails) } } });
    return count;
  });
}
