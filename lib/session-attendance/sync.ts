import { isRefusal, type Refusal } from "@/lib/actor";
import type { Marking } from "@/lib/attendance/marks";
import { type RollRow, sessionRow } from "@/lib/attendance/roll";
import type { SyncOperation } from "@/lib/attendance/schema";
import type { Db } from "@/lib/db";
import { findHeldSession, setPresences } from "@/lib/session-attendance/presences";

type SessionOperation = SyncOperation & { kind: "session" };
type Synced = { state: "done" | "conflict"; row: RollRow | null };

/** A mark of a session from a device: what somebody else changed meanwhile is returned for a person to decide. */
export async function syncPresence(tx: Db, marking: Marking, operation: SessionOperation): Promise<Synced | Refusal> {
  const { sessionId, attendeeId, status, seen } = operation;
  const session = await findHeldSession(tx, marking.meeting, sessionId, new Date());
  if (isRefusal(session)) return session;
  const current = await findRow(tx, marking.meeting.id, operation);
  const isSame = status === null ? !current : current?.isConfirmed && presenceOf(current) === status;
  if ((current?.version ?? null) !== seen && !isSame) return { state: "conflict", row: current };
  const outcome = await setPresences(tx, marking, session, [{ attendeeId, status }]);
  return outcome.ok ? { state: "done", row: await findRow(tx, marking.meeting.id, operation) } : outcome;
}

const presenceOf = ({ status }: RollRow) => (status === "PRESENT" ? "PRESENT" : "ABSENT");

async function findRow(
  tx: Db,
  meetingId: string,
  { sessionId, attendeeId }: SessionOperation,
): Promise<RollRow | null> {
  const presence = await tx.sessionPresence.findFirst({
    where: {
      sessionId,
      attendance: { meetingId, OR: [{ invitationId: attendeeId }, { id: attendeeId, invitationId: null }] },
    },
    include: { attendance: true },
  });
  return presence && sessionRow(presence.attendance, presence);
}
