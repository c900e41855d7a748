import type { Db } from "@/lib/db";
import type { Retention } from "@/lib/privacy/kinds";
import { findRetention } from "@/lib/privacy/settings";
import { transact } from "@/lib/transact";

const atOnce = 2000;
const mostRounds = 50;

type Mask = (tx: Db, before: Date) => Promise<number>;

/** Each takes a part at a time, so that nobody waits for a lock; what is masked is found no more. */
const masks: Record<keyof Retention, readonly Mask[]> = {
  contactMonths: [
    (tx, before) => tx.$executeRaw`
      UPDATE "Invitation" SET phone = NULL, email = NULL WHERE id IN (
        SELECT i.id FROM "Invitation" i JOIN "Meeting" m ON m.id = i."meetingId"
        WHERE m."endsAt" < ${before} AND (i.phone IS NOT NULL OR i.email IS NOT NULL) LIMIT ${atOnce})`,
    (tx, before) => tx.$executeRaw`
      UPDATE "Meeting" SET "contactPhone" = NULL WHERE id IN (
        SELECT id FROM "Meeting" WHERE "endsAt" < ${before} AND "contactPhone" IS NOT NULL LIMIT ${atOnce})`,
    (tx, before) => tx.$executeRaw`
      UPDATE "SeatHolder" SET phone = NULL, email = NULL WHERE id IN (
        SELECT id FROM "SeatHolder" WHERE until < ${before} AND (phone IS NOT NULL OR email IS NOT NULL) LIMIT ${atOnce})`,
    (tx, before) => tx.$executeRaw`
      UPDATE "OwnerLink" SET phone = NULL WHERE id IN (
        SELECT id FROM "OwnerLink" WHERE "revokedAt" < ${before} AND phone IS NOT NULL LIMIT ${atOnce})`,
    maskPersons,
  ],
  signatureMonths: [
    (tx, before) => tx.$executeRaw`
      DELETE FROM "Document" WHERE id IN (
        SELECT d.id FROM "Document" d JOIN "Attendance" a ON a.id = d."attendanceId" JOIN "Meeting" m ON m.id = a."meetingId"
        WHERE m."endsAt" < ${before} LIMIT ${atOnce})`,
  ],
  staffMonths: [
    (tx, before) => tx.$executeRaw`
      UPDATE "StaffMember" SET phone = NULL, email = NULL, "bornOn" = NULL, "tokenHash" = NULL, "tokenSealed" = NULL
      WHERE id IN (
        SELECT s.id FROM "StaffMember" s
        WHERE s."organisationId" IS NULL
          AND (s.phone IS NOT NULL OR s.email IS NOT NULL OR s."bornOn" IS NOT NULL OR s."tokenHash" IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM "StaffPlacement" p
            WHERE p."staffId" = s.id AND (p."endsOn" IS NULL OR p."endsOn" >= ${before}::date))
          AND s."createdAt" < ${before} LIMIT ${atOnce})`,
  ],
  readingMonths: [
    (tx, before) => tx.$executeRaw`
      DELETE FROM "PersonalReading" WHERE id IN (
        SELECT id FROM "PersonalReading" WHERE "firstAt" < ${before} LIMIT ${atOnce})`,
  ],
};

/** Who holds no seat, works nowhere and has no account, and was last somebody's business before that day. */
function maskPersons(tx: Db, before: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Person" SET phone = NULL, email = NULL WHERE id IN (
      SELECT p.id FROM "Person" p
      WHERE (p.phone IS NOT NULL OR p.email IS NOT NULL) AND p."createdAt" < ${before}
        AND NOT EXISTS (SELECT 1 FROM "SeatHolder" h WHERE h."personId" = p.id AND (h.until IS NULL OR h.until >= ${before}))
        AND NOT EXISTS (SELECT 1 FROM "User" u
          WHERE u."personId" = p.id AND (u."deactivatedAt" IS NULL OR u."deactivatedAt" >= ${before}))
        AND NOT EXISTS (SELECT 1 FROM "StaffPlacement" s
          WHERE s."personId" = p.id AND (s."endsOn" IS NULL OR s."endsOn" >= ${before}::date))
        AND NOT EXISTS (SELECT 1 FROM "OwnerLink" l WHERE l."personId" = p.id AND l."revokedAt" IS NULL)
        AND NOT EXISTS (SELECT 1 FROM "Attendance" a JOIN "Meeting" m ON m.id = a."meetingId"
          WHERE a."personId" = p.id AND m."endsAt" >= ${before})
      LIMIT ${atOnce})`;
}

/** Removes what was kept long enough. @returns how many rows were changed */
export async function maskExpired(now: Date): Promise<number> {
  const retention = await findRetention();
  let masked = 0;
  for (const name of Object.keys(masks) as (keyof Retention)[]) {
    const months = retention[name];
    if (months === null) continue;
    for (const mask of masks[name]) masked += await maskAll(mask, monthsBefore(now, months));
  }
  return masked;
}

async function maskAll(mask: Mask, before: Date): Promise<number> {
  let sum = 0;
  for (let round = 0; round < mostRounds; round++) {
    const count = await transact<number>((tx) => mask(tx, before));
    sum += count;
    if (count < atOnce) break;
  }
  return sum;
}

function monthsBefore(now: Date, months: number): Date {
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day;
}
