// The rolls of a training's sessions.
import { makeParticipant } from "@/lib/session-attendance/walk-ins";
import { enterSessionPaper, markSession, tickSession } from "@/lib/session-attendance/writes";
import type { MeetingWrite } from "./table";

const staff = "AHSC";
const running = ["IN_PROGRESS"] as const;

export const sessionWrites: Record<string, MeetingWrite> = {
  "session-attendance/writes markSession": {
    call: ({ invitation, ...of }, actor) => markSession(actor, of, [{ attendeeId: invitation.id, status: "PRESENT" }]),
    may: staff,
    in: running,
  },
  "session-attendance/writes tickSession": {
    call: ({ participant, ...of }, actor) =>
      tickSession(actor, of, { listed: [participant.id], shown: [participant.id], present: [], rest: true }),
    may: staff,
    in: running,
  },
  "session-attendance/writes enterSessionPaper": {
    call: (of, actor) => enterSessionPaper(actor, of, { way: "except", numbers: "1" }),
    may: staff,
    in: running,
  },
  "session-attendance/walk-ins makeParticipant": {
    call: ({ meetingId, attendance }, actor) =>
      makeParticipant(actor, meetingId, { attendanceId: attendance.id, profession: "NURSE" }),
    may: staff,
    in: running,
  },
};
