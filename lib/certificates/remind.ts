import { randomUUID } from "node:crypto";
import { expiringSql } from "@/lib/certificates/expiring";
import type { Db } from "@/lib/db";
import { type NewEvent, recordEvents } from "@/lib/events/record";
import { transact } from "@/lib/transact";
import { type ExpiringKind, type LicenceKind, Prisma } from "@/prisma/generated/client";

const distances = [30, 90] as const;
const namesAtMost = 20;

type Due = {
  kind: ExpiringKind;
  id: string;
  officeId: string;
  name: string;
  licence: LicenceKind | null;
  title: string | null;
  expiresOn: string;
  daysBefore: number;
};

/**
 * Tells each office of the certificates, STR and SIP of its staff that run out within 90 days, and again within 30: once
 * each, held by a row for each. What has a month left when it is first seen is told of once.
 * @returns how many were told of
 */
export async function remindOfExpiry(now: Date): Promise<number> {
  return transact(async (tx) => {
    const due = await takeDue(tx, now);
    await recordEvents(tx, { actor: "Lokmin", onBehalfOf: null }, eventsOf(due));
    return due.length;
  });
}

/** Rows that another run has written are not among those that this one brings back. */
function takeDue(tx: Db, now: Date): Promise<Due[]> {
  const [near, far] = distances;
  return tx.$queryRaw<Due[]>(Prisma.sql`
    WITH due AS (
      SELECT x.kind, x.id, o.id AS "officeId", s.name, x.licence, x.title, x."expiresOn",
        CASE WHEN x."expiresOn" <= t.today + ${near}::int THEN ${near}::int ELSE ${far}::int END AS "daysBefore"
      FROM (${expiringSql}) x
      JOIN "StaffMember" s ON s.id = x."staffId"
      JOIN "Organisation" o ON o.id = s."organisationId"
      CROSS JOIN LATERAL (SELECT (${now}::timestamptz AT TIME ZONE o."timeZone")::date AS today) t
      WHERE x."expiresOn" BETWEEN t.today AND t.today + ${far}::int
    ), taken AS (
      INSERT INTO "ExpiryReminder" (kind, "subjectId", "expiresOn", "daysBefore", "officeId")
      SELECT kind, id, "expiresOn", "daysBefore", "officeId" FROM due
      ON CONFLICT DO NOTHING
      RETURNING kind, "subjectId", "expiresOn", "daysBefore"
    )
    SELECT d.kind, d.id, d."officeId", d.name, d.licence, d.title, d."expiresOn"::text AS "expiresOn", d."daysBefore"
    FROM due d JOIN taken k ON k.kind = d.kind AND k."subjectId" = d.id AND k."daysBefore" = d."daysBefore"
    ORDER BY d."expiresOn", d.name`);
}

/** One for each office and distance, so that a morning brings two lines and not a hundred. */
function eventsOf(due: readonly Due[]): NewEvent[] {
  const groups = new Map<string, Due[]>();
  for (const row of due) {
    const key = `${row.officeId} ${row.daysBefore}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const items = rows
      .slice(0, namesAtMost)
      .map(({ name, licence, title, expiresOn }) => ({ name, what: licence ?? title ?? "", expiresOn }));
    const data = { daysBefore: first.daysBefore, count: rows.length, items };
    return { action: "expiry.near", subjectId: randomUUID(), organisationId: first.officeId, data };
  });
}
