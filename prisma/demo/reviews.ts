import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { monthWords } from "@/lib/feedback/rules";
import { numberKey } from "@/lib/letters/pattern";
import type { ReportContent } from "@/lib/reviews/content";
import { gatherContent } from "@/lib/reviews/gather";
import { dayOf, dayToDate } from "@/lib/time";
import type { MeetingRow } from "@/tests/factories/meetings";
import type { OrganisationRow } from "@/tests/factories/organisations";
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

/** The letter with the notes that a puskesmas was given in the month of now. */
export function addFeedback(
  rows: Rows,
  now: Date,
  puskesmas: OrganisationRow,
  demo: { number: string; place: string },
) {
  const reports = new Map(rows.submissions.map((report) => [report.id, report]));
  const hosts = new Map(rows.meetings.map(({ id, hostId }) => [id, hostId]));
  const ofPuskesmas = rows.submissionReviews.filter(({ submissionId, reviewedAt }) => {
    const report = reports.get(submissionId);
    const age = now.getTime() - new Date(reviewedAt ?? now).getTime();
    return report && hosts.get(report.meetingId) === puskesmas.id && age < 30 * 86_400_000;
  });
  const dinkes = rows.organisations.find(({ id }) => id === puskesmas.parentId);
  const user = rows.users.find(({ organisationId }) => organisationId === dinkes?.id);
  if (!dinkes || !user || ofPuskesmas.length === 0) return;
  const day = dayOf(now, dinkes.timeZone);
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const id = randomUUID();
  rows.feedback.push({
    id,
    dinkesId: dinkes.id,
    puskesmasId: puskesmas.id,
    year,
    month,
    creator: user.name,
    createdAt: now,
  });
  for (const review of ofPuskesmas) review.feedbackId = id;
  rows.letters.push({
    ...{ id: randomUUID(), organisationId: dinkes.id, paperKind: "feedback-letter", feedbackId: id, issuer: dinkes.id },
    ...{ year, number: demo.number, numberKey: numberKey(demo.number), day: dayToDate(day), place: demo.place },
    ...{ subject: `Umpan balik laporan lokakarya mini bulan ${monthWords({ year, month })}`, copies: ["Arsip"] },
    ...{ addressees: `Kepala ${puskesmas.name}`, signatorySeat: "Kepala Dinas Kesehatan", signatoryName: user.name },
    ...{ creator: user.name, createdAt: now, numberedAt: now },
  });
}

/** Of the newest reports, and of those that were sent twice, what they said; older ones are as from before copies. */
export async function keepContents(since: Date) {
  const reports = await db.submission.findMany({
    where: { OR: [{ submittedAt: { gt: since } }, { meeting: { submissions: { some: { number: { gt: 1 } } } } }] },
    orderBy: { id: "asc" },
    select: { id: true, meetingId: true, settledAt: true, review: { select: { id: true } } },
  });
  for (const { id, meetingId, settledAt, review } of reports) {
    const content = await gatherContent(db, meetingId);
    // Opened again because words of the minutes were wrong.
    const isMended = settledAt !== null && review === null;
    await db.submission.update({ where: { id }, data: { content: isMended ? misspelled(content) : content } });
  }
}

function misspelled(content: ReportContent): ReportContent {
  const minutes = content.minutes.map((note) =>
    note.section === "OBSTACLES" ? { ...note, text: note.text.replace(/sulit|sering/, "mudah") } : note,
  );
  return { ...content, minutes, plan: content.plan.slice(0, -1) };
}
