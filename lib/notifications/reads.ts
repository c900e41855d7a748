import type { Actor } from "@/lib/actor";
import { db, readRows } from "@/lib/db";
import { tellNews, toldEvent } from "@/lib/notifications/tell";
import { newsVisibleSql, newsVisibleTo } from "@/lib/notifications/visible";
import { Prisma } from "@/prisma/generated/client";

export const newsPerPage = 40;
const countedAtMost = 100;

function ownNews(actor: Actor): Prisma.NotificationWhereInput {
  return { userId: actor.userId, event: newsVisibleTo(actor) };
}

/** News that the actor has not read, up to 100; what he may not see any more does not count. Every page asks it. */
export async function countUnread(actor: Actor): Promise<number> {
  const [row] = await readRows<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM "Notification" n JOIN "Event" e ON e.id = n."eventId"
      WHERE n."userId" = ${actor.userId}::uuid AND n."readAt" IS NULL AND ${newsVisibleSql(actor)}
      LIMIT ${countedAtMost}) x`);
  return row?.count ?? 0;
}

type NewsPage = {
  before?: bigint | undefined;
  onlyUnread?: boolean;
  mailId?: string;
  take?: number;
};

export async function listNews(actor: Actor, page: NewsPage = {}) {
  const { before, onlyUnread = false, mailId, take = newsPerPage } = page;
  const rows = await db.notification.findMany({
    where: {
      ...ownNews(actor),
      ...(before ? { eventId: { lt: before } } : {}),
      ...(onlyUnread ? { readAt: null } : {}),
      ...(mailId ? { mailId } : {}),
    },
    orderBy: { eventId: "desc" },
    take: take + 1,
    select: { about: true, readAt: true, eventId: true, event: toldEvent },
  });
  return {
    news: rows.slice(0, take).map(({ event, ...row }) => ({
      ...row,
      at: event.at,
      timeZone: event.organisation.timeZone,
      ...tellNews(actor, event),
    })),
    hasMore: rows.length > take,
  };
}

export type ListedNews = Awaited<ReturnType<typeof listNews>>["news"][number];

export async function findChoice(actor: Actor) {
  const { userId } = actor;
  const [choice, mails] = await Promise.all([
    db.notificationChoice.findUnique({ where: { userId } }),
    db.notificationMail.findMany({ where: { userId }, orderBy: { createdAt: "desc" }, take: 5 }),
  ]);
  return {
    muted: choice?.muted ?? [],
    newsByEmail: choice?.newsByEmail ?? false,
    rhythm: choice?.rhythm ?? "NONE",
    hour: choice?.hour ?? 7,
    weekday: choice?.weekday ?? 1,
    mails,
  };
}

export type Choice = Awaited<ReturnType<typeof findChoice>>;

/** Address of what a piece of news tells of; null where the actor may not see it any more. */
export async function findNewsPlace(actor: Actor, about: string): Promise<string | null> {
  const found = await db.notification.findFirst({ where: { ...ownNews(actor), about }, select: { event: toldEvent } });
  return found ? tellNews(actor, found.event).href : null;
}
