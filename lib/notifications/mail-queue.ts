// Which messages are due. Each is a row with a key of its own, so that of two who ask at once one makes it.
import { db } from "@/lib/db";
import { accountNews } from "@/lib/notifications/kinds";
import { transact } from "@/lib/transact";

const atOnce = 5000;
const pauseMinutes = 15;

/** One digest a day or week for each who chose one, from its hour on in the office's zone. */
export async function queueDigests(now: Date): Promise<number> {
  return transact(
    (tx) => tx.$executeRaw`
    INSERT INTO "NotificationMail" (id, "userId", kind, key, at, "createdAt")
    SELECT gen_random_uuid(), c."userId", 'DIGEST', to_char(t.local, 'YYYY-MM-DD'), ${now}, ${now}
    FROM "NotificationChoice" c
    JOIN "User" u ON u.id = c."userId" AND u."deactivatedAt" IS NULL
    JOIN "Organisation" o ON o.id = u."organisationId"
    CROSS JOIN LATERAL (SELECT ${now}::timestamptz AT TIME ZONE o."timeZone" AS local) t
    WHERE c.rhythm <> 'NONE' AND (c.rhythm = 'DAILY' OR extract(isodow FROM t.local) = c.weekday)
      AND extract(hour FROM t.local) >= c.hour
      -- Chosen after today's hour, it begins with the next.
      AND c."chosenAt" <= (t.local::date + make_interval(hours => c.hour)) AT TIME ZONE o."timeZone"
      AND NOT EXISTS (SELECT 1 FROM "NotificationMail" m
        WHERE m."userId" = c."userId" AND m.kind = 'DIGEST' AND m.key = to_char(t.local, 'YYYY-MM-DD'))
    LIMIT ${atOnce}
    ON CONFLICT ("userId", kind, key) DO NOTHING`,
  );
}

/** What concerns somebody's own account goes out at once, each in a message of its own. */
export async function queueAccountMails(now: Date): Promise<number> {
  const due = await db.$queryRaw<{ userId: string; about: string; eventId: bigint }[]>`
    SELECT n."userId", n.about, n."eventId" FROM "Notification" n
    JOIN "User" u ON u.id = n."userId" AND u."deactivatedAt" IS NULL
    WHERE n.about LIKE ${accountNews} AND n."mailId" IS NULL
      AND n.at > ${now}::timestamptz - make_interval(hours => ${accountMailHours}::int)
    ORDER BY n."eventId" LIMIT ${atOnce}`;
  for (const { userId, about, eventId } of due)
    await transact(async (tx) => {
      const key = `${accountMailKey}${eventId}`;
      const mail = await tx.notificationMail.upsert({
        where: { userId_kind_key: { userId, kind: "NEWS", key } },
        create: { userId, kind: "NEWS", key, at: now, createdAt: now },
        update: {},
        select: { id: true },
      });
      await tx.notification.updateMany({ where: { userId, about, mailId: null }, data: { mailId: mail.id } });
    });
  return due.length;
}

/** Before the event in the key of a message about somebody's own account. */
export const accountMailKey = "akun:";

const accountMailHours = 24;

/** What nobody was sent yet, together in one message to each who wants that. */
export async function queueNewsMails(now: Date): Promise<number> {
  const due = await db.$queryRaw<{ userId: string; newest: bigint; chosenAt: Date }[]>`
    SELECT n."userId", max(n."eventId") AS newest, c."chosenAt"
    FROM "Notification" n
    JOIN "NotificationChoice" c ON c."userId" = n."userId" AND c."newsByEmail" AND n.at >= c."chosenAt"
    JOIN "User" u ON u.id = n."userId" AND u."deactivatedAt" IS NULL
    WHERE n."readAt" IS NULL AND n."mailId" IS NULL AND NOT EXISTS (
      SELECT 1 FROM "NotificationMail" m WHERE m."userId" = n."userId" AND m.kind = 'NEWS'
        AND m.key NOT LIKE ${accountNews}
        AND m."createdAt" > ${new Date(now.getTime() - pauseMinutes * 60_000)})
    GROUP BY n."userId", c."chosenAt" LIMIT ${atOnce}`;
  for (const { userId, newest, chosenAt } of due)
    await transact(async (tx) => {
      const where = { userId_kind_key: { userId, kind: "NEWS" as const, key: `${newest}` } };
      const mail = await tx.notificationMail.upsert({
        where,
        create: { userId, kind: "NEWS", key: `${newest}`, at: now, createdAt: now },
        update: {},
        select: { id: true },
      });
      await tx.notification.updateMany({
        where: { userId, readAt: null, mailId: null, eventId: { lte: newest }, at: { gte: chosenAt } },
        data: { mailId: mail.id },
      });
    });
  return due.length;
}
