import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { gatherContent } from "@/lib/reviews/gather";
import type { Meeting, Submission } from "@/prisma/generated/client";
import { approvalRow, makeEvidence } from "./evidence";
import { type MeetingOptions, makeMeeting } from "./meetings";

type Options = { id?: string; number?: number; submittedAt?: Date; isKept?: boolean; settledAt?: Date | null };

/** A report of a meeting to a Dinkes, waiting unless it is settled; with what it says now unless it is not kept. */
export async function makeSubmission(
  { id: meetingId, dinkesId }: { id: string; dinkesId: string },
  { id = randomUUID(), number = 1, submittedAt = new Date(), isKept = true, settledAt = null }: Options = {},
): Promise<Submission> {
  const content = isKept ? { content: await gatherContent(db, meetingId) } : {};
  const data = { id, meetingId, number, dinkesId, submitter: "Petugas", submittedAt, settledAt, ...content };
  return db.submission.create({ data });
}

type Host = MeetingOptions["host"] & { parentId: string | null };

/** A closed and approved meeting that was reported to the Dinkes of its host. */
export async function makeReported(
  host: Host,
  options: Options & { meeting?: Partial<MeetingOptions> } = {},
): Promise<{ meeting: Meeting; submission: Submission }> {
  const meeting = await makeMeeting("CLOSED", { host, ...options.meeting });
  await makeEvidence(meeting);
  const submittedAt = options.submittedAt ?? new Date();
  const approvedAt = new Date(submittedAt.getTime() - 1000);
  await db.approval.create({ data: approvalRow({ meetingId: meeting.id, approvedAt }) });
  const submission = await makeSubmission(
    { id: meeting.id, dinkesId: host.parentId ?? "" },
    { ...options, submittedAt },
  );
  return { meeting, submission };
}
