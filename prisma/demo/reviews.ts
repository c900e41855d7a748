import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { gatherContent } from "@/lib/reviews/gather";
import type { MeetingRow } from "@/tests/factories/meetings";
import { daysAfter } from "./calendar";
import { record } from "./demo-meeting";
import type { Rows } from "./demo-rows";

export type DemoReport = Rows["submissions"][number] & { id: string; submittedAt: Date };

const reason =
  "Notulen belum menyebut hambatan di desa terjauh, dan dua RTL belum jelas penanggung jawabnya. Mohon dilengkapi, lalu kirim lagi.";
const notes = "Laporan lengkap. Bulan depan lampirkan juga rekap kehadiran per sektor.";

/** What the reviewer of the Dinkes above said of a report, two days later. */
export function addReview(rows: Rows, now: Date, meeting: MeetingRow, report: DemoReport, isReturned: boolean) {
  const user = rows.users.find(({ organisationId }) => organisationId === report.dinkesId);
  const office = rows.organisations.find(({ id }) => id === report.dinkesId);
  const reviewedAt = daysAfter(report.submittedAt, 2);
  if (!user || !office || reviewedAt > now) return;
  const { id: submissionId, number } = report;
  report.settledAt = reviewedAt;
  const withNotes = meeting.kind === "QUARTERLY_LOKMIN";
  const text = isReturned ? reason : withNotes ? notes : null;
  const decision = isReturned ? "RETURNED" : withNotes ? "ACCEPTED_WITH_NOTES" : "ACCEPTED";
  rows.submissionReviews.push({
    ...{ id: randomUUID(), submissionId, decision, text, reviewerId: user.id, reviewer: user.name, reviewedAt },
  });
  const { title } = meeting;
  const event = isReturned
    ? ({ action: "review.returned", data: { title, number, reason } } as const)
    : ({ action: "review.accepted", data: { title, number, notes: text } } as const);
  record(rows, { meeting, by: { user, office } }, reviewedAt, { ...event, subjectId: submissionId });
}

/** Of reports that somebody will look at, what they said; older ones are as from before copies were kept. */
export async function keepContents(since: Date) {
  const reports = await db.submission.findMany({ where: { submittedAt: { gt: since } }, orderBy: { id: "asc" } });
  for (const { id, meetingId } of reports)
    await db.submission.update({ where: { id }, data: { content: await gatherContent(db, meetingId) } });
}
