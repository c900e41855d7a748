import { randomUUID } from "node:crypto";
import { escalationOutcomeNames } from "@/lib/escalations/rules";
import { reviewWords } from "@/lib/follow-up/review-rules";
import { itemSubject } from "@/lib/plan/rules";
import { progressNames } from "@/lib/progress/rules";
import { dateToDay, dayOf, dayToDate, formatDayLong } from "@/lib/time";
import { progressReportRow, reviewRow } from "@/tests/factories/action-items";
import { escalationRow } from "@/tests/factories/escalations";
import { daysAfter } from "./calendar";
import type { Staff } from "./offices";
import { dayOfReport, type PlannedItem } from "./plan";
import type { Rows } from "./rows";
import { byStaff, type Story, tell } from "./story";

type Continued = { percent: number; newDeadline: string; reason: string };

/** A later meeting looks at an open row and continues it with a new date, half an hour after its start. */
export function continuePromise(rows: Rows, story: Story, { item }: PlannedItem, continued: Continued) {
  const { percent, newDeadline, reason } = continued;
  const { meeting, by } = story;
  const at = daysAfter(meeting.startsAt, 0, 28);
  const before = dateToDay(new Date(item.deadline));
  const outcome = "CONTINUED" as const;
  const who = { id: by.user.id, name: by.user.name };
  const report = progressReportRow({
    itemId: item.id,
    percent,
    note: `${meeting.title}: ${reviewWords({ outcome, newDeadline, reason, note: null })}`,
    reportedById: who.id,
    reporter: who.name,
    createdAt: at,
  });
  rows.reports.push(report);
  rows.reviews.push(
    reviewRow({
      itemId: item.id,
      meetingId: meeting.id,
      percent,
      previousDeadline: before,
      newDeadline,
      reason,
      reportId: report.id,
      reviewedById: who.id,
      reviewer: who.name,
      reviewedAt: at,
    }),
  );
  const standing = (status: keyof typeof progressNames, done: number, deadline: string) =>
    `${progressNames[status]}, ${done} %, batas waktu ${formatDayLong(deadline)}`;
  const dari = standing(item.status ?? "NOT_STARTED", item.percent ?? 0, before);
  const menjadi = standing("IN_PROGRESS", percent, newDeadline);
  Object.assign(item, {
    percent,
    status: "IN_PROGRESS",
    deadline: dayToDate(newDeadline),
    version: (item.version ?? 0) + 1,
  });
  tell(rows, story, {
    verb: "memberi status janji lalu",
    subject: itemSubject(item),
    at,
    detail: { status: "Dilanjutkan", dari, menjadi, alasan: reason },
  });
}

export type Raised = PlannedItem & { escalationId: string; dinkes: Staff };

/** The puskesmas hands a row to its Dinkes. @param days as in a plan's reports */
export function escalate(
  rows: Rows,
  planned: PlannedItem,
  { dinkes, days, reason }: { dinkes: Staff; days: number; reason: string },
): Raised {
  const { item, story } = planned;
  const raisedAt = dayOfReport(story, days, 150);
  const row = escalationRow({
    itemId: item.id,
    dinkesId: dinkes.office.id,
    reason,
    raisedById: story.by.user.id,
    raiser: story.by.user.name,
    raisedAt,
  });
  rows.escalations.push(row);
  tell(rows, story, {
    verb: "mengeskalasi ke Dinkes",
    subject: itemSubject(item),
    at: raisedAt,
    detail: { kepada: dinkes.office.name, alasan: reason },
  });
  return { ...planned, escalationId: row.id, dinkes };
}

/** The Dinkes answers by letter, which ends the escalation. */
export function answerByLetter(
  rows: Rows,
  { item, story, escalationId, dinkes }: Raised,
  { days, letterNumber, contact, text }: { days: number; letterNumber: string; contact: string; text: string },
) {
  const answeredAt = dayOfReport(story, days, 260);
  const letterDate = dayOf(answeredAt, story.calendar.timeZone);
  const outcome = "ACTED_ON" as const;
  rows.escalationAnswers.push({
    id: randomUUID(),
    escalationId,
    outcome,
    text,
    letterNumber,
    letterDate: dayToDate(letterDate),
    contact,
    answeredById: dinkes.user.id,
    answerer: dinkes.user.name,
    answeredAt,
  });
  const raised = rows.escalations.find(({ id }) => id === escalationId);
  if (raised) raised.closedAt = answeredAt;
  const detail = {
    jawaban: escalationOutcomeNames[outcome],
    nomorSurat: letterNumber,
    tanggalSurat: letterDate,
    keterangan: text,
  };
  tell(rows, story, { verb: "menjawab eskalasi", subject: itemSubject(item), at: answeredAt, detail }, byStaff(dinkes));
}
