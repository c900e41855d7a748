import { randomUUID } from "node:crypto";
import { reviewWords } from "@/lib/follow-up/review-rules";
import { dateToDay, dayOf, dayToDate } from "@/lib/time";
import { progressReportRow, reviewRow } from "@/tests/factories/action-items";
import { escalationRow, forwardRow } from "@/tests/factories/escalations";
import { daysAfter } from "./calendar";
import { byStaff, type DemoMeeting, record } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import type { Staff } from "./offices";
import { dayOfReport, type PlannedItem, progressOf } from "./plan";

type Continued = { percent: number; newDeadline: string; reason: string };

/** A later meeting looks at an open row and continues it with a new date, half an hour after its start. */
export function continueCarriedItem(rows: Rows, demo: DemoMeeting, { item }: PlannedItem, continued: Continued) {
  const { percent, newDeadline, reason } = continued;
  const { meeting, by } = demo;
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
  const was = { ...progressOf(item), deadline: before };
  Object.assign(item, {
    percent,
    status: "IN_PROGRESS",
    deadline: dayToDate(newDeadline),
    version: (item.version ?? 0) + 1,
  });
  const { id: subjectId, number, activity } = item;
  const after = { ...progressOf(item), deadline: newDeadline };
  record(rows, demo, at, {
    action: "review.given",
    subjectId,
    data: { number, activity, outcome: "CONTINUED", before: was, after, reason, note: null },
  });
}

export type Raised = PlannedItem & { escalationId: string; dinkes: Staff };

/** The puskesmas hands a row to its Dinkes. @param days as in a plan's reports */
export function escalate(
  rows: Rows,
  planned: PlannedItem,
  { dinkes, days, reason }: { dinkes: Staff; days: number; reason: string },
): Raised {
  const { item, demo } = planned;
  const raisedAt = dayOfReport(demo, days, 150);
  const row = escalationRow({
    itemId: item.id,
    dinkesId: dinkes.office.id,
    reason,
    raisedById: demo.by.user.id,
    raiser: demo.by.user.name,
    raisedAt,
  });
  rows.escalations.push(row);
  const { number, activity } = item;
  record(rows, demo, raisedAt, {
    action: "escalation.raised",
    subjectId: row.id,
    data: { number, activity, to: dinkes.office.name, reason },
  });
  return { ...planned, escalationId: row.id, dinkes };
}

type HandedOn = { institution: string; contact: string; asked: string; days: number; within: number };

/** Somebody of the Dinkes takes charge and asks an institution that does not use Lokmin. */
export function handOn(rows: Rows, { item, demo, escalationId, dinkes }: Raised, { days, within, ...asked }: HandedOn) {
  const takenAt = dayOfReport(demo, days, 40);
  const forwardedAt = dayOfReport(demo, days, 55);
  const { id: userId, name } = dinkes.user;
  const takeover = { id: randomUUID(), escalationId, organisationId: dinkes.office.id, userId, name, takenAt };
  const answerBy = new Date(forwardedAt.getTime() + within * 86_400_000);
  const forward = forwardRow({
    ...{ escalationId, fromId: dinkes.office.id, ...asked, answerBy, forwardedAt },
    ...{ forwardedById: userId, forwarder: name },
  });
  rows.escalationTakeovers.push(takeover);
  rows.escalationForwards.push(forward);
  const { number, activity } = item;
  const data = { number, activity };
  const author = byStaff(dinkes);
  record(
    rows,
    demo,
    takenAt,
    { action: "escalation.taken", subjectId: escalationId, data: { ...data, from: null } },
    author,
  );
  record(
    rows,
    demo,
    forwardedAt,
    {
      action: "escalation.forwarded",
      subjectId: escalationId,
      data: {
        ...{ ...data, forwardId: forward.id, to: asked.institution },
        answerBy: dayOf(answerBy, demo.calendar.timeZone),
      },
    },
    author,
  );
}

/** The Dinkes answers by letter, which ends the escalation. */
export function answerByLetter(
  rows: Rows,
  { item, demo, escalationId, dinkes }: Raised,
  { days, letterNumber, contact, text }: { days: number; letterNumber: string; contact: string; text: string },
) {
  const answeredAt = dayOfReport(demo, days, 260);
  const letterDate = dayOf(answeredAt, demo.calendar.timeZone);
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
  const { number, activity } = item;
  const data = { number, activity, outcome, letterNumber, letterDate, dueOn: null, text };
  record(rows, demo, answeredAt, { action: "escalation.answered", subjectId: escalationId, data }, byStaff(dinkes));
}
