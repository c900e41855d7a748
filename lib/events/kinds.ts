import type { z } from "zod";
import { apiTokenEvents } from "@/lib/events/api-tokens";
import { approvalEvents } from "@/lib/events/approvals";
import { areaMapEvents } from "@/lib/events/area-maps";
import { assignmentEvents } from "@/lib/events/assignments";
import { attendanceEvents } from "@/lib/events/attendance";
import { certificateEvents, staffCertificateEvents } from "@/lib/events/certificates";
import { clusterEvents } from "@/lib/events/clusters";
import { competenceEvents } from "@/lib/events/competences";
import { dataExchangeEvents } from "@/lib/events/data-exchange";
import { directoryEvents } from "@/lib/events/directory";
import { documentEvents } from "@/lib/events/documents";
import { escalationEvents } from "@/lib/events/escalations";
import { evidenceEvents } from "@/lib/events/evidence";
import { evidencePackEvents } from "@/lib/events/evidence-packs";
import { feedbackEvents } from "@/lib/events/feedback";
import { indicatorEvents } from "@/lib/events/indicators";
import { installationEvents } from "@/lib/events/installation";
import { invitationEvents } from "@/lib/events/invitations";
import { jobEvents } from "@/lib/events/jobs";
import { letterEvents } from "@/lib/events/letters";
import { listEvents } from "@/lib/events/lists";
import { matrixEvents } from "@/lib/events/matrix";
import { meetingEvents } from "@/lib/events/meetings";
import { minutesEvents } from "@/lib/events/minutes";
import { organisationEvents } from "@/lib/events/organisations";
import { paperOfficeEvents } from "@/lib/events/paper-office";
import { paperEvents } from "@/lib/events/papers";
import { personEvents } from "@/lib/events/persons";
import { planEvents } from "@/lib/events/plan";
import { problemEvents } from "@/lib/events/problems";
import { programmeEvents } from "@/lib/events/programmes";
import { progressEvents } from "@/lib/events/progress";
import { questionEvents } from "@/lib/events/questions";
import { reviewEvents } from "@/lib/events/reviews";
import { sessionAttendanceEvents } from "@/lib/events/session-attendance";
import { signedCopyEvents } from "@/lib/events/signed-copies";
import { simulationEvents } from "@/lib/events/simulations";
import { staffEvents } from "@/lib/events/staff";
import { trainingEvaluationEvents } from "@/lib/events/training-evaluations";
import { trainingTestEvents } from "@/lib/events/training-tests";
import { trainingEvents } from "@/lib/events/trainings";
import { userEvents } from "@/lib/events/users";
import { webhookEvents } from "@/lib/events/webhooks";

export const eventKinds = {
  ...apiTokenEvents,
  ...approvalEvents,
  ...areaMapEvents,
  ...assignmentEvents,
  ...attendanceEvents,
  ...certificateEvents,
  ...staffCertificateEvents,
  ...clusterEvents,
  ...competenceEvents,
  ...dataExchangeEvents,
  ...directoryEvents,
  ...documentEvents,
  ...escalationEvents,
  ...evidenceEvents,
  ...evidencePackEvents,
  ...feedbackEvents,
  ...indicatorEvents,
  ...installationEvents,
  ...invitationEvents,
  ...jobEvents,
  ...letterEvents,
  ...listEvents,
  ...matrixEvents,
  ...meetingEvents,
  ...minutesEvents,
  ...organisationEvents,
  ...paperOfficeEvents,
  ...paperEvents,
  ...personEvents,
  ...planEvents,
  ...problemEvents,
  ...programmeEvents,
  ...progressEvents,
  ...questionEvents,
  ...reviewEvents,
  ...sessionAttendanceEvents,
  ...signedCopyEvents,
  ...trainingEvents,
  ...simulationEvents,
  ...trainingEvaluationEvents,
  ...staffEvents,
  ...trainingTestEvents,
  ...userEvents,
  ...webhookEvents,
};

export type Action = keyof typeof eventKinds;
export type EventData<A extends Action> = z.input<(typeof eventKinds)[A]["data"]>;

export function isAction(text: string): text is Action {
  return Object.hasOwn(eventKinds, text);
}
