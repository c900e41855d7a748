import { arrivalAt } from "@/lib/attendance/arrival";
import { type Marking, ofRow } from "@/lib/attendance/marks";
import type { Db } from "@/lib/db";
import { by, recordEvents } from "@/lib/events/record";
import type { Attendance, PresenceStatus } from "@/prisma/generated/client";

export type HeldSession = { id: string; topic: string; startsAt: Date; endsAt: Date };

export type MeetingRow = Pick<
  Attendance,
  "id" | "invitationId" | "status" | "name" | "title" | "institution" | "confirmedAt"
>;

export async function confirmRows(tx: Db, marking: Marking, rows: readonly MeetingRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.attendance.updateMany({
    where: { id: { in: rows.map(({ id }) => id) }, confirmedAt: null },
    data: { confirmedAt: new Date(), confirmedById: marking.actor.userId, version: { increment: 1 } },
  });
  await recordEvents(
    tx,
    by(marking.actor),
    rows.map((row) => ({ ...ofRow(marking, row), action: "attendance.confirmed" as const })),
  );
}

export async function deletePresences(tx: Db, sessionId: string, attendanceIds: readonly string[]): Promise<void> {
  if (attendanceIds.length > 0)
    await tx.sessionPresence.deleteMany({ where: { sessionId, attendanceId: { in: [...attendanceIds] } } });
}

export async function upsertPresences(
  tx: Db,
  { actor, source, device }: Marking,
  session: HeldSession,
  rows: readonly { attendanceId: string; status: PresenceStatus }[],
): Promise<void> {
  if (rows.length === 0) return;
  const now = new Date();
  const madeAt = device ? device.madeAt : now;
  const arrivedAt = madeAt && source === "OFFICER" ? arrivalAt(session, madeAt) : null;
  const deviceAt = device?.deviceAt ?? null;
  await tx.$executeRaw`
    INSERT INTO "SessionPresence" AS p ("sessionId", "attendanceId", status, "arrivedAt", source, "markedById",
      "markedAt", "deviceAt", "confirmedAt")
    SELECT ${session.id}::uuid, r."attendanceId", r.status::"PresenceStatus",
      CASE WHEN r.status = 'PRESENT' THEN ${arrivedAt}::timestamptz END, ${source}::"AttendanceSource",
      ${actor.userId}::uuid, ${now}::timestamptz, ${deviceAt}::timestamptz, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("attendanceId" uuid, status text)
    ON CONFLICT ("sessionId", "attendanceId") DO UPDATE SET status = excluded.status,
      "arrivedAt" = CASE WHEN excluded.status = 'PRESENT' THEN coalesce(p."arrivedAt", excluded."arrivedAt") END,
      source = excluded.source, "markedById" = excluded."markedById", "markedAt" = excluded."markedAt",
      "deviceAt" = excluded."deviceAt", "confirmedAt" = excluded."confirmedAt", version = p.version + 1`;
}
