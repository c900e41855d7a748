import { findAgreedPlan, findApprovals, findHeadOnDay } from "@/lib/approvals/reads";
import { listApprovalTasks } from "@/lib/approvals/tasks";
import { findRoll, listAttendances } from "@/lib/attendance/reads";
import { findTurnout } from "@/lib/attendance/statistics";
import { findPictures } from "@/lib/documents/pictures";
import { findDocument } from "@/lib/documents/reads";
import { findSending } from "@/lib/email/reads";
import { listMeetingEscalations } from "@/lib/escalations/meeting";
import { findAnswerDays } from "@/lib/escalations/office";
import {
  countEscalations,
  countWaitingEscalations,
  findEscalation,
  listEscalationNews,
  listEscalations,
  listItemEscalations,
} from "@/lib/escalations/reads";
import { escalationFilterSchema } from "@/lib/escalations/schema";
import { listEvents } from "@/lib/events/reads";
import { findChecklist, listEvidenceRules } from "@/lib/evidence/reads";
import { listMisnamed } from "@/lib/invitations/people-of-day";
import {
  findInvitedBefore,
  listInvitableSeats,
  listInvitations,
  listInvitedSeats,
  listInvitingMeetings,
  listLinks,
} from "@/lib/invitations/reads";
import { findAskedMeeting, listAskedMeetings } from "@/lib/meetings/asked";
import { findMeetingToRepeat, listLastMeetings } from "@/lib/meetings/last";
import { listMeetingPage } from "@/lib/meetings/meeting-page";
import { listMeetingTasks } from "@/lib/meetings/overview";
import {
  countMeeting,
  findMeeting,
  findNextMeeting,
  listChanges,
  listLeaders,
  listMeetings,
  listPossibleOrganisers,
  listPuskesmasNames,
  requireWritable,
} from "@/lib/meetings/reads";
import { listYear, listYears } from "@/lib/meetings/year";
import { findPlanContext, findUsualPlaces, listTakenPeriods } from "@/lib/meetings/year-plan-reads";
import { findNote, listAskers, listNotes, readChanges } from "@/lib/minutes/reads";
import { listParticipants } from "@/lib/persons/participants";
import { findPerson, listDuplicates, listPersons } from "@/lib/persons/reads";
import { listPlaceholders } from "@/lib/placeholders/reads";
import { findProblem, listProblemChoices, listProblems } from "@/lib/problems/reads";
import {
  findDecided,
  findNeighbours,
  findQueue,
  findReport,
  isOfOwnOffice,
  listQueuesBelow,
  listReports,
} from "@/lib/reviews/reads";
import { reportFilterSchema } from "@/lib/reviews/schema";
import { listReviewTasks } from "@/lib/reviews/tasks";
import { search } from "@/lib/search/reads";
import { findWhatsappSending } from "@/lib/whatsapp/reads";
import {
  ofDinkes,
  ofHost,
  ofHostsWriters,
  ofMeeting,
  ofMeetingNotAbove,
  ofNobody,
  ofOffice,
  ofOrganisers,
  ofReviewers,
} from "./read-grids";
import { now, type ReadTable } from "./read-world";

export const meetingReads: ReadTable = {
  "approvals/reads findApprovals": { call: (it, actor) => findApprovals(actor, it.meetingId), grid: ofMeeting },
  "approvals/reads findHeadOnDay": { call: (it, actor) => findHeadOnDay(actor, it.meetingId), grid: ofNobody },
  "approvals/reads findAgreedPlan": { call: (it, actor) => findAgreedPlan(actor, it.meetingId), grid: ofMeeting },
  "approvals/tasks listApprovalTasks": {
    call: (_it, actor) => listApprovalTasks(actor, now),
    grid: "+-++------------",
  },
  "attendance/reads listAttendances": { call: (it, actor) => listAttendances(actor, it.meetingId), grid: ofMeeting },
  "attendance/reads findRoll": { call: (it, actor) => findRoll(actor, it.meetingId), grid: ofMeeting },
  "attendance/statistics findTurnout": { call: (_it, actor) => findTurnout(actor, {}, now), grid: ofMeeting },
  "documents/pictures findPictures": { call: (it, actor) => findPictures(actor, [it.photo.id]), grid: ofNobody },
  "documents/reads findDocument": {
    call: (it, actor) => findDocument(actor, it.files.get("ATTENDANCE_SCAN") ?? ""),
    grid: ofMeetingNotAbove,
  },
  "email/reads findSending": { call: (it, actor) => findSending(actor, it.meetingId), grid: ofNobody },
  "whatsapp/reads findWhatsappSending": {
    call: (it, actor) => findWhatsappSending(actor, it.meetingId),
    grid: ofNobody,
  },
  "escalations/office findAnswerDays": { call: (_, actor) => findAnswerDays(actor), grid: ofNobody },
  "escalations/reads listEscalations": {
    call: (_it, actor) => listEscalations(actor, escalationFilterSchema.parse({}), now),
    grid: ofMeetingNotAbove,
  },
  "escalations/reads countEscalations": {
    call: async (_it, actor) => [...(await countEscalations(actor, escalationFilterSchema.parse({}), now))],
    grid: ofMeetingNotAbove,
  },
  "escalations/meeting listMeetingEscalations": {
    call: (it, actor) => listMeetingEscalations(actor, { id: it.meetingId, status: "SCHEDULED" }),
    grid: ofOffice,
  },
  "escalations/reads countWaitingEscalations": {
    call: (_it, actor) => countWaitingEscalations(actor, now),
    grid: ofMeetingNotAbove,
  },
  "escalations/reads findEscalation": {
    call: (it, actor) => findEscalation(actor, it.escalation.id, now),
    grid: ofMeeting,
  },
  "escalations/reads listItemEscalations": {
    call: (it, actor) => listItemEscalations(actor, it.escalated.id),
    grid: ofMeeting,
  },
  "escalations/reads listEscalationNews": { call: (_it, actor) => listEscalationNews(actor, now, 20), grid: ofNobody },
  "events/reads listEvents": { call: (_, actor) => listEvents(actor), grid: ofOffice },
  "evidence/reads listEvidenceRules": { call: (_, actor) => listEvidenceRules(actor), grid: ofNobody },
  "evidence/reads findChecklist": { call: (it, actor) => findChecklist(actor, it.meetingId), grid: ofMeeting },
  "invitations/people-of-day listMisnamed": { call: (it, actor) => listMisnamed(actor, it.meeting), grid: ofNobody },
  "invitations/reads listInvitations": { call: (it, actor) => listInvitations(actor, it.meetingId), grid: ofMeeting },
  "invitations/reads listLinks": { call: (it, actor) => listLinks(actor, it.meetingId), grid: ofOrganisers },
  "invitations/reads findInvitedBefore": { call: (it, actor) => findInvitedBefore(actor, it.meeting), grid: ofNobody },
  "invitations/reads listInvitedSeats": { call: (it, actor) => listInvitedSeats(actor, it.meetingId), grid: ofNobody },
  "invitations/reads listInvitingMeetings": { call: (_, actor) => listInvitingMeetings(actor), grid: ofHost },
  "invitations/reads listInvitableSeats": {
    call: (it, actor) => listInvitableSeats(actor, { ...it.meeting, organisers: [] }),
    grid: ofOrganisers,
  },
  "meetings/asked findAskedMeeting": {
    call: (it, actor) => findAskedMeeting(actor, it.meetingId),
    grid: "-----------+----",
  },
  "meetings/asked listAskedMeetings": { call: (_, actor) => listAskedMeetings(actor), grid: "-----------+----" },
  "meetings/last listLastMeetings": { call: (_, actor) => listLastMeetings(actor), grid: ofHost },
  "meetings/last findMeetingToRepeat": { call: (it, actor) => findMeetingToRepeat(actor, it.meetingId), grid: ofHost },
  "meetings/overview listMeetingTasks": {
    call: (_it, actor) => listMeetingTasks(actor, now),
    grid: "+-++------------",
  },
  "search/reads search": {
    call: async (it, actor) =>
      (await search(actor, it.meeting.title, now)).find(({ name }) => name === "meetings")?.hits,
    grid: ofMeeting,
  },
  "meetings/meeting-page listMeetingPage": {
    call: (_, actor) => listMeetingPage(actor, { today: "2026-06-24", month: "2026-06" }),
    grid: ofMeeting,
  },
  "meetings/reads listMeetings": { call: (_, actor) => listMeetings(actor), grid: ofMeeting },
  "meetings/reads countMeeting": { call: (it, actor) => countMeeting(actor, it.meetingId), grid: ofMeeting },
  "meetings/reads findMeeting": { call: (it, actor) => findMeeting(actor, it.meetingId), grid: ofMeeting },
  "meetings/reads requireWritable": {
    call: (it, actor) => requireWritable(actor, it.meetingId, "read"),
    grid: "+++-+-----------",
  },
  "meetings/reads listChanges": { call: (it, actor) => listChanges(actor, it.meetingId), grid: ofNobody },
  "meetings/reads findNextMeeting": { call: (_it, actor) => findNextMeeting(actor, now), grid: ofOffice },
  "meetings/reads listPossibleOrganisers": {
    call: (_, actor) => listPossibleOrganisers(actor),
    grid: "----+++----+----",
  },
  "meetings/reads listLeaders": { call: (_, actor) => listLeaders(actor), grid: ofOrganisers },
  "meetings/reads listPuskesmasNames": { call: (_, actor) => listPuskesmasNames(actor), grid: ofOffice },
  "meetings/year-plan-reads listTakenPeriods": {
    call: (it, actor) => listTakenPeriods(actor, it.meeting.year),
    grid: ofOrganisers,
  },
  "meetings/year-plan-reads findPlanContext": {
    call: (it, actor) => findPlanContext(actor, it.meeting.year, now),
    grid: "+++++++----+----",
  },
  "meetings/year-plan-reads findUsualPlaces": { call: (_, actor) => findUsualPlaces(actor), grid: ofHost },
  "meetings/year listYear": { call: (it, actor) => listYear(actor, it.meeting.year, now), grid: ofOrganisers },
  "meetings/year listYears": {
    call: (it, actor) => listYears(actor, [it.host.id], it.meeting.year, now),
    grid: ofOffice,
  },
  "minutes/reads listNotes": { call: (it, actor) => listNotes(actor, it.meetingId), grid: ofMeeting },
  "minutes/reads readChanges": { call: (it, actor) => readChanges(actor, it.meetingId, 0), grid: ofMeeting },
  "minutes/reads findNote": { call: (it, actor) => findNote(actor, it.meetingId, it.note.id), grid: ofOrganisers },
  "minutes/reads listAskers": { call: (it, actor) => listAskers(actor, it.meetingId), grid: ofMeeting },
  "persons/participants listParticipants": {
    call: (it, actor) => listParticipants(actor, it.meetingId),
    grid: "+++-+-----------",
  },
  "persons/reads listPersons": { call: (_, actor) => listPersons(actor), grid: "+++-+-----------" },
  "persons/reads listDuplicates": { call: (_, actor) => listDuplicates(actor), grid: ofNobody },
  "persons/reads findPerson": { call: (it, actor) => findPerson(actor, it.persons[0].id), grid: ofHostsWriters },
  "placeholders/reads listPlaceholders": { call: (it, actor) => listPlaceholders(actor, it.meetingId), grid: ofNobody },
  "problems/reads listProblems": { call: (it, actor) => listProblems(actor, it.meetingId), grid: ofMeeting },
  "problems/reads findProblem": {
    call: (it, actor) => findProblem(actor, it.meetingId, it.problems[0].id),
    grid: ofMeeting,
  },
  "problems/reads listProblemChoices": {
    call: (it, actor) => listProblemChoices(actor, it.meetingId),
    grid: ofMeeting,
  },
  "reviews/reads listReports": {
    call: (_it, actor) => listReports(actor, reportFilterSchema.parse({}), now),
    grid: ofMeeting,
  },
  "reviews/reads findQueue": { call: (_it, actor) => findQueue(actor, now), grid: ofReviewers },
  "reviews/reads listQueuesBelow": { call: (_, actor) => listQueuesBelow(actor), grid: "----------+--+--" },
  "reviews/reads findNeighbours": { call: (it, actor) => findNeighbours(actor, it.submission), grid: ofReviewers },
  "reviews/reads findReport": { call: (it, actor) => findReport(actor, it.submission.id), grid: ofMeeting },
  "reviews/reads isOfOwnOffice": { call: (it, actor) => isOfOwnOffice(actor, it.submission.id), grid: ofDinkes },
  "reviews/reads findDecided": { call: (it, actor) => findDecided(actor, it.submission.id), grid: ofNobody },
  "reviews/tasks listReviewTasks": { call: (_it, actor) => listReviewTasks(actor, now), grid: ofReviewers },
};
