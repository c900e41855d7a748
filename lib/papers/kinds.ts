import { agreement } from "@/lib/papers/agreement";
import { assignmentLetter } from "@/lib/papers/assignment-letter";
import { attendanceList } from "@/lib/papers/attendance-list";
import { certificate } from "@/lib/papers/certificate";
import { certificatesOfMeeting } from "@/lib/papers/certificates-of-meeting";
import { definePaper, type PaperKind } from "@/lib/papers/definition";
import { escalationLetter } from "@/lib/papers/escalation-letter";
import { escalationList } from "@/lib/papers/escalation-list";
import { escalationRecord } from "@/lib/papers/escalation-record";
import { escalationReply } from "@/lib/papers/escalation-reply";
import { evidenceIndex } from "@/lib/papers/evidence-index";
import { feedbackLetter } from "@/lib/papers/feedback-letter";
import { invitationLetter } from "@/lib/papers/invitation-letter";
import { meetingReport } from "@/lib/papers/meeting-report";
import { minutes } from "@/lib/papers/minutes";
import { musrenbangProposal } from "@/lib/papers/musrenbang";
import { photoSheet } from "@/lib/papers/photo-sheet";
import { planEvaluation } from "@/lib/papers/plan-evaluation";
import { planMatrix } from "@/lib/papers/plan-matrix";
import { prioritySheet } from "@/lib/papers/priority-sheet";
import { programmeReport } from "@/lib/papers/programme-report";
import { pwsSheet } from "@/lib/papers/pws-sheet";
import { pwsTable } from "@/lib/papers/pws-table";
import { sessionAttendance } from "@/lib/papers/session-attendance";
import { sessionList } from "@/lib/papers/session-list";
import { termsOfReference } from "@/lib/papers/terms-of-reference";
import { trainingApplication } from "@/lib/papers/training-application";
import { travelList } from "@/lib/papers/travel-list";
import { visitReport } from "@/lib/papers/visit-report";
import { yearSchedule } from "@/lib/papers/year-schedule";

/** All papers, in the order of the work; a new one is a file of its own and a line here. */
export const paperKinds: readonly PaperKind[] = [
  definePaper(yearSchedule),
  definePaper(termsOfReference),
  definePaper(invitationLetter),
  definePaper(assignmentLetter),
  definePaper(travelList),
  definePaper(sessionList),
  definePaper(attendanceList),
  definePaper(sessionAttendance),
  definePaper(certificate),
  definePaper(certificatesOfMeeting),
  definePaper(prioritySheet),
  definePaper(minutes),
  definePaper(planMatrix),
  definePaper(agreement),
  definePaper(photoSheet),
  definePaper(meetingReport),
  definePaper(visitReport),
  definePaper(programmeReport),
  definePaper(trainingApplication),
  definePaper(planEvaluation),
  definePaper(musrenbangProposal),
  definePaper(pwsSheet),
  definePaper(pwsTable),
  definePaper(escalationLetter),
  definePaper(escalationReply),
  definePaper(escalationRecord),
  definePaper(escalationList),
  definePaper(feedbackLetter),
  definePaper(evidenceIndex),
];

export function findPaperKind(slug: string): PaperKind | null {
  return paperKinds.find((kind) => kind.slug === slug) ?? null;
}

export function findPaperOfKind(kind: string): PaperKind | null {
  return paperKinds.find((one) => one.kind === kind) ?? null;
}
