import type { Actor } from "@/lib/actor";
import type { MeetingChange } from "@/lib/meetings/hold";
import { canWriteMeeting, isApproved, type Organised, preparedStatuses } from "@/lib/meetings/rules";
import type { MeetingStatus, TestKind } from "@/prisma/generated/enums";

export const testKinds = ["PRE", "POST"] as const satisfies readonly TestKind[];
export const testNames: Record<TestKind, string> = { PRE: "Pre-test", POST: "Post-test" };
export const testSlugs = { PRE: "pre", POST: "post" } as const satisfies Record<TestKind, string>;

export function testOfSlug(slug: string | undefined): TestKind | null {
  return testKinds.find((kind) => testSlugs[kind] === slug) ?? null;
}

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
  refusal: "Tes kegiatan yang ditunda atau dibatalkan tidak dapat diubah",
} as const;

export const changingTest: MeetingChange = { name: "change a test of", ...onlyPrepared };

export function canWriteTests(
  actor: Actor,
  meeting: Organised & { status: MeetingStatus; approvals: readonly unknown[] },
): boolean {
  const isPrepared = preparedStatuses.some((status) => status === meeting.status);
  return canWriteMeeting(actor, meeting) && isPrepared && !isApproved(meeting);
}

/** What a second test brought, in points. */
export function gainOf(pre: number | null, post: number | null): number | null {
  return pre === null || post === null ? null : Math.round((post - pre) * 100) / 100;
}

const format = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });

export function scoreWords(score: number | null): string {
  return score === null ? "–" : format.format(score);
}

/** "+25", "-5", "0". */
export function gainWords(gain: number | null): string {
  if (gain === null) return "–";
  return `${gain > 0 ? "+" : gain < 0 ? "−" : ""}${format.format(Math.abs(gain))}`;
}

export function meanOf(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null);
  if (known.length === 0) return null;
  return Math.round((100 * known.reduce((sum, score) => sum + score, 0)) / known.length) / 100;
}
