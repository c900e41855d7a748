import type { z } from "zod";
import { approvalEvents } from "@/lib/events/approvals";
import { attendanceEvents } from "@/lib/events/attendance";
import { documentEvents } from "@/lib/events/documents";
import { evidenceEvents } from "@/lib/events/evidence";
import { indicatorEvents } from "@/lib/events/indicators";
import { invitationEvents } from "@/lib/events/invitations";
import { listEvents } from "@/lib/events/lists";
import { meetingEvents } from "@/lib/events/meetings";
import { minutesEvents } from "@/lib/events/minutes";
import { organisationEvents } from "@/lib/events/organisations";
import { problemEvents } from "@/lib/events/problems";

/** Every kind of event there is, by its key: noun.verb in the past tense. */
export const eventKinds = {
  ...approvalEvents,
  ...attendanceEvents,
  ...documentEvents,
  ...evidenceEvents,
  ...indicatorEvents,
  ...invitationEvents,
  ...listEvents,
  ...meetingEvents,
  ...minutesEvents,
  ...organisationEvents,
  ...problemEvents,
};

export type Action = keyof typeof eventKinds;
export type EventData<A extends Action> = z.input<(typeof eventKinds)[A]["data"]>;

export function isAction(text: string): text is Action {
  return Object.hasOwn(eventKinds, text);
}
