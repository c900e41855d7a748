import { seatName } from "@/lib/directory/rules";
import { itemSubject } from "@/lib/plan/rules";
import { progressNames } from "@/lib/progress/rules";
import { dayToDate } from "@/lib/time";
import type { FundingSource, Priority, ProgressStatus } from "@/prisma/generated/enums";
import { type ActionItemRow, actionItemRow, commentRow, progressReportRow } from "@/tests/factories/action-items";
import { daysAfter, earlier } from "./calendar";
import { byStaff, type DemoMeeting, tell } from "./demo-meeting";
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
   * Days after the meeting, or before today where negative; percent; what was said. The last says where it stands.
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
  tell(rows, demo, {
    verb: "menambah RTL",
    subject: itemSubject(item),
    at: earlier(createdAt, demo.calendar.now),
    detail: {
      kegiatan: item.activity,
      penanggungJawab: [title, seat.holder?.name, seat.institution].filter(Boolean).join(", "),
      batasWaktu: deadline,
      target: wanted.target ?? null,
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
  const before = `${progressNames[item.status ?? "NOT_STARTED"]}, ${item.percent ?? 0} %`;
  item.percent = said.percent;
  item.status = said.status;
  tell(rows, demo, {
    verb: "melaporkan kemajuan",
    subject: itemSubject(item),
    at,
    detail: { dari: before, menjadi: `${progressNames[said.status]}, ${said.percent} %` },
  });
}

/** A remark of the Dinkes, or an answer to it. @param days as in a plan's reports */
export function remark(rows: Rows, { item, demo }: PlannedItem, author: Staff, days: number, text: string) {
  const at = dayOfReport(demo, days, 320);
  rows.comments.push(
    commentRow({
      itemId: item.id,
      authorId: author.user.id,
      author: `${author.user.name}, ${author.office.name}`,
      text,
      createdAt: at,
    }),
  );
  tell(rows, demo, { verb: "mengomentari", subject: itemSubject(item), at }, byStaff(author));
}
