import { useCallback, useState } from "react";
import type { RollPerson } from "@/lib/attendance/roll";
import { attendanceNames } from "@/lib/attendance/rules";
import type { AttendanceStatus } from "@/prisma/generated/enums";
import type { NewOperation, Roll } from "./queue";
import { seenInSession } from "./session-overlay";

/** What was marked last, and can be taken back. */
export type Marked = { id: string; seat: string; words: string; sessionId: string | null };

/**
 * Marks by one tap, and the last of them to take back.
 * @param onMarked after each
 */
export function useMarks(roll: Roll, make: (operation: NewOperation) => void, onMarked: () => void) {
  const [last, setLast] = useState<Marked | null>(null);
  const seenOf = useCallback((id: string) => roll.rows.find((row) => row.id === id)?.version ?? null, [roll.rows]);
  const marked = useCallback(
    (done: Marked) => {
      setLast(done);
      onMarked();
    },
    [onMarked],
  );
  const mark = useCallback(
    ({ invitationId, seat }: RollPerson, status: AttendanceStatus) => {
      const seen = seenOf(invitationId);
      make({ kind: "mark", seen, invitationId, status, ...noDelegate, arrivedAt: new Date().toISOString() });
      marked({ id: invitationId, seat, words: attendanceNames[status].toLowerCase(), sessionId: null });
    },
    [make, seenOf, marked],
  );
  const markPresent = useCallback((who: RollPerson) => mark(who, "PRESENT"), [mark]);
  // Who answered that he does not come gave his reason there.
  const markAbsent = useCallback((who: RollPerson) => mark(who, who.declined ? "EXCUSED" : "UNEXCUSED"), [mark]);
  const forgetLast = () => setLast(null);
  const undo = ({ id, sessionId }: Marked) => {
    if (sessionId) {
      const seen = seenInSession(roll.rows, sessionId, id);
      make({ kind: "session", seen, sessionId, attendeeId: id, status: null });
    } else make({ kind: "unmark", seen: seenOf(id), attendanceId: id });
    forgetLast();
  };
  return { markPresent, markAbsent, seenOf, last, marked, undo, forgetLast };
}

const noDelegate = { delegateName: "", delegateTitle: "", delegateInstitution: "", note: "" };
