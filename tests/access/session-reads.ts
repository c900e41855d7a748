import { findSessionRolls } from "@/lib/papers/parts/session-rolls";
import { listSessionAttendees } from "@/lib/session-attendance/attendees";
import { findSessionRoll, listPresences, listSessionRolls } from "@/lib/session-attendance/reads";
import { listCompletions } from "@/lib/trainings/completions";
import { ofMeeting } from "./read-grids";
import type { ReadTable } from "./read-world";

/** The sessions of a training: who attended them. */
export const sessionReads: ReadTable = {
  "trainings/completions listCompletions": {
    call: (it, actor) => listCompletions(actor, it.meetingId),
    grid: ofMeeting,
  },
  "papers/parts/session-rolls findSessionRolls": {
    call: (it, actor) => findSessionRolls(actor, it.meeting),
    grid: ofMeeting,
  },
  "session-attendance/attendees listSessionAttendees": {
    call: (it, actor) => listSessionAttendees(actor, it.meetingId),
    grid: ofMeeting,
  },
  "session-attendance/reads findSessionRoll": {
    call: (it, actor) => findSessionRoll(actor, it.meetingId, it.sessionId),
    grid: ofMeeting,
  },
  "session-attendance/reads listPresences": {
    call: (it, actor) => listPresences(actor, it.meetingId),
    grid: ofMeeting,
  },
  "session-attendance/reads listSessionRolls": {
    call: (it, actor) => listSessionRolls(actor, it.meetingId),
    grid: ofMeeting,
  },
};
