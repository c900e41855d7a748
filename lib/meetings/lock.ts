import type { Db } from "@/lib/db";
import type { MeetingStatus } from "@/prisma/generated/client";

/** A meeting's state, and the approval that holds, if any: what the rules ask about. */
export type LockedMeeting = {
  status: MeetingStatus;
  approvals: { id: string }[];
  notesRevision: number;
  leftOpen: string[];
};

/**
 * Holds a meeting still until the transaction ends: neither closed nor approved meanwhile.
 * @returns null where there is none
 */
export async function lockMeeting(tx: Db, id: string): Promise<LockedMeeting | null> {
  const [row] = await tx.$queryRaw<Omit<LockedMeeting, "approvals">[]>`
    SELECT status::text AS status, "notesRevision", "leftOpen" FROM "Meeting" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  if (!row) return null;
  // Asked after the lock: an approval that was being written is seen.
  const approvals = await tx.approval.findMany({ where: { meetingId: id, reopening: null }, select: { id: true } });
  return { ...row, approvals };
}
