import { noticeSequence } from "@/lib/meetings/changes";
import type { MeetingMessage } from "@/lib/messages/rules";
import { dayOf } from "@/lib/time";
import type { MeetingStatus } from "@/prisma/generated/enums";

export const statusesToSend: Record<MeetingMessage, readonly MeetingStatus[]> = {
  INVITATION: ["SCHEDULED", "IN_PROGRESS"],
  REMINDER: ["SCHEDULED"],
  // That nothing takes place is news too.
  CHANGE: ["SCHEDULED", "IN_PROGRESS", "POSTPONED", "CANCELLED"],
};

export function canSend(kind: MeetingMessage, status: MeetingStatus): boolean {
  return statusesToSend[kind].includes(status);
}

export type Told = {
  handedOutAt: Date | null;
  holderLeftAt: Date | null;
  toldSequence: number | null;
  remindedAt: Date | null;
};

type Round = {
  meeting: { status: MeetingStatus; sequence: number; timeZone: string };
  changes: readonly { sequence: number }[];
  now: Date;
};

type Contact = { handedOutAt: Date | null; holderLeftAt: Date | null; answer: unknown };

export function isContacted({ handedOutAt, holderLeftAt, answer }: Contact): boolean {
  return holderLeftAt === null && (handedOutAt !== null || answer !== null);
}

/** An invitation is sent once, a reminder once a day, a change until it is the last one. */
export function sendState(
  kind: MeetingMessage,
  invitation: Told & { answer: { sequence: number } | null },
  { meeting, changes, now }: Round,
): { isListed: boolean; isDone: boolean } {
  const { handedOutAt, holderLeftAt, toldSequence, remindedAt, answer } = invitation;
  if (kind === "INVITATION") return { isListed: true, isDone: isContacted(invitation) };
  if (kind === "REMINDER") {
    const today = dayOf(now, meeting.timeZone);
    return {
      isListed: handedOutAt !== null && holderLeftAt === null && !answer,
      isDone: remindedAt !== null && dayOf(remindedAt, meeting.timeZone) === today,
    };
  }
  const notice = noticeSequence(meeting, changes);
  const known = Math.max(toldSequence ?? -1, answer?.sequence ?? -1);
  return { isListed: notice !== null && isContacted(invitation), isDone: known >= (notice ?? 0) };
}
