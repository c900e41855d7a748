import type { Db } from "@/lib/db";

/** Whether something was recorded while the meeting ran: who came, minutes, plan, RTL of before, photos, the agenda's clock. */
export async function hasRecords(tx: Db, meetingId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Attendance" WHERE "meetingId" = ${meetingId}::uuid)
      OR EXISTS (SELECT 1 FROM "Note" WHERE "meetingId" = ${meetingId}::uuid AND "deletedAt" IS NULL)
      OR EXISTS (SELECT 1 FROM "ActionItem" WHERE "meetingId" = ${meetingId}::uuid)
      OR EXISTS (SELECT 1 FROM "ItemReview" WHERE "meetingId" = ${meetingId}::uuid)
      OR EXISTS (SELECT 1 FROM "Document" WHERE "meetingId" = ${meetingId}::uuid AND kind = 'MEETING_PHOTO')
      OR EXISTS (SELECT 1 FROM "Meeting" WHERE id = ${meetingId}::uuid AND "runningItem" IS NOT NULL) AS found`;
  return row?.found ?? false;
}
