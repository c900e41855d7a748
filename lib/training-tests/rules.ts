import type { Actor } from "@/lib/actor";
import type { MeetingChange } from "@/lib/meetings/hold";
import { canWriteMeeting, isApproved, type Organised, preparedStatuses } from "@/lib/meetings/rules";
import type { MeetingStatus } from "@/prisma/generated/enums";

export const mostQuestions = 100;
export const questionsPerPage = 5;
/** Minutes that somebody gets for whom the test is opened again. */
export const usualReopening = 15;

const answering: readonly MeetingStatus[] = ["SCHEDULED", "IN_PROGRESS", "CLOSED"];

export type TestState = {
  publishedAt: Date | null;
  closedAt: Date | null;
  meeting: { status: MeetingStatus; isApproved: boolean };
};

export type ResultState = {
  startedAt: Date | null;
  until: Date | null;
  reopenedAt: Date | null;
  handedInAt: Date | null;
};

export type Openness = "open" | "not yet" | "closed" | "out of time" | "handed in";

/** Whether a participant may answer now. Opened again for him alone, it is open until his own time is over. */
export function opennessOf(test: TestState, result: ResultState | null, now: Date): Openness {
  if (!test.publishedAt) return "not yet";
  if (result?.handedInAt) return "handed in";
  if (!answering.includes(test.meeting.status) || test.meeting.isApproved) return "closed";
  const isOutOfTime = result?.until ? now > result.until : false;
  const isOpenForHim = result?.reopenedAt && result.until && !isOutOfTime;
  if (isOpenForHim) return "open";
  if (test.closedAt) return "closed";
  return isOutOfTime ? "out of time" : "open";
}

const onlyPrepared = {
  statuses: preparedStatuses,
  refusal: "Tes kegiatan yang dibatalkan tidak dapat diubah",
} as const;

export const changingTest: MeetingChange = { name: "change a test of", ...onlyPrepared };

export function canWriteTests(
  actor: Actor,
  meeting: Organised & { status: MeetingStatus; approvals: readonly unknown[] },
): boolean {
  const isPrepared = preparedStatuses.some((status) => status === meeting.status);
  return canWriteMeeting(actor, meeting) && isPrepared && !isApproved(meeting);
}
