import type { z } from "zod";
import { attendanceEvents } from "@/lib/events/attendance";
import { indicatorEvents } from "@/lib/events/indicators";
import { invitationEvents } from "@/lib/events/invitations";
import { listEvents } from "@/lib/events/lists";
import { meetingEvents } from "@/lib/events/meetings";
import { organisationEvents } from "@/lib/events/organisations";

/** Every kind of event there is, by its key: noun.verb in the past tense. */
export const eventKinds = {
  ...attendanceEvents,
  ...indicatorEvents,
  ...invitationEvents,
  ...listEvents,
  ...meetingEvents,
  ...organisationEvents,
};

export type Action = keyof typeof eventKinds;
export type EventData<A extends Action> = z.input<(typeof eventKinds)[A]["data"]>;

export function isAction(text: string): text is Action {
  return Object.hasOwn(eventKinds, text);
}
