import { seatName } from "@/lib/directory/rules";
import { dayToDate } from "@/lib/time";
import type { FundingSource, Priority, ProgressStatus } from "@/prisma/generated/enums";
import { type ActionItemRow, actionItemRow, commentRow, progressReportRow } from "@/tests/factories/action-items";
import { daysAfter, earlier } from "./calendar";
import { byStaff, type DemoMeeting, record } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import { type DemoSeat, type Staff, seatAt } from "./offices";

export type Plan = {
  problem: string;
  problemId?: string;
  cause?: string;
  activity: string;
  /** Who is responsible: a seat of the directory. */
  owner: DemoSeat;
  /** "2025-05-26". */
  deadline: string;
  support?: string;
  villages?: readonly { code: string }[];
  indicator?: string;
  baseline?: number;
  target?: number;
  unit?: string;
  fundingSource?: FundingSource;
  priority?: Priority;
  /**
   * Days after the meeting, or before today where negative; percent; what was said. The last says where it is.
   */
  reports?: readonly (readonly [days: number, percent: number, note: string])[];
  /** Ends it without being done. */
  cancelled?: boolean;
};

export type PlannedItem = { item: ActionItemRow; demo: DemoMeeting; owner: DemoSeat };

/** Adds a row to the meeting's action plan, with its progress since. */
export function plan(
  rows: Rows,
  demo: DemoMeeting,
  { owner, villages = [], reports = [], ...wanted }: Plan,
): PlannedItem {
  const { meeting } = demo;
  const createdAt = daysAfter(meeting.startsAt, 0, 120 + demo.nextNumber * 6);
  const seat = seatAt(owner, meeting.startsAt);
  const title = seatName({ title: seat.title, prefix: seat.holder?.prefix });
  const { deadline, cancelled, ...fields } = wanted;
  const item = actionItemRow({
    ...fields,
    meetingId: meeting.id,
    number: demo.nextNumber,
    responsibleInstitution: seat.institution,
    responsibleTitle: title,
    responsibleName: seat.holder?.name ?? null,
    responsibleSeatId: seat.id,
    responsiblePersonId: seat.holder?.personId ?? null,
    deadline: dayToDate(deadline),
    createdById: demo.by.user.id,
    createdAt,
  });
  demo.nextNumber += 1;
  rows.items.push(item);
  rows.itemVillages.push(...villages.map((village) => ({ itemId: item.id, villageCode: village.code })));
  const { id: subjectId, number, activity, responsibleInstitution } = item;
  record(rows, demo, earlier(createdAt, demo.calendar.now), {
    action: "item.added",
    subjectId,
    data: {
      ...{ number, activity, responsibleInstitution, deadline },
      responsibleTitle: title,
      responsibleName: seat.holder?.name ?? null,
    },
  });
  reports.forEach(([days, percent, note], index) => {
    const isLast = index === reports.length - 1;
    const at = dayOfReport(demo, days, 60 + Number(item.number) * 11);
    report(rows, demo, item, { percent, note, at, status: statusOf(percent, isLast && cancelled === true) });
  });
  return { item, demo, owner };
}

/** A working day, told from the meeting on, or from today back. */
export function dayOfReport({ meeting, calendar }: DemoMeeting, days: number, minutes: number): Date {
  if (days < 0) return daysAfter(calendar.at(calendar.back(-days), "08:30"), 0, minutes);
  return daysAfter(meeting.startsAt, days, minutes);
}

function statusOf(percent: number, cancelled: boolean): ProgressStatus {
  if (cancelled) return "CANCELLED";
  if (percent === 100) return "DONE";
  return percent === 0 ? "NOT_STARTED" : "IN_PROGRESS";
}

function report(
  rows: Rows,
  demo: DemoMeeting,
  item: ActionItemRow,
  { at, ...said }: { percent: number; note: string; at: Date; status: ProgressStatus },
) {
  // An original told on a day before its reports were given.
  if (at > demo.calendar.now) return;
  rows.reports.push(
    progressReportRow({
      ...said,
      itemId: item.id,
      reportedById: demo.by.user.id,
      reporter: demo.by.user.name,
      createdAt: at,
    }),
  );
  const before = progressOf(item);
  item.percent = said.percent;
  item.status = said.status;
  const { id: subjectId, number, activity } = item;
  const data = { number, activity, before, after: progressOf(item) };
  record(rows, demo, at, { action: "progress.reported", subjectId, data });
}

/** How far a row is, as events keep it. */
export function progressOf({ status, percent }: ActionItemRow) {
  return { status: status ?? "NOT_STARTED", percent: percent ?? 0 };
}

/** A remark of the Dinkes, or an answer to it. @param days as in a plan's reports */
export function remark(rows: Rows, { item, demo }: PlannedItem, author: Staff, days: number, text: string) {
  const at = dayOfReport(demo, days, 320);
  rows.comments.push(
    commentRow({
      itemId: item.id,
      authorId: author.user.id,
      author: `${author.user.name}, ${author.office.name}`,
      byDinkes: author.user.role === "DINKES_ADMIN" || author.user.role === "DINKES_REVIEWER",
      text,
      createdAt: at,
    }),
  );
  const { id: subjectId, number, activity } = item;
  record(rows, demo, at, { action: "item.commented", subjectId, data: { number, activity } }, byStaff(author));
}
