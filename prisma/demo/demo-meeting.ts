import { type NewEvent, rowOf } from "@/lib/events/record";
import type { stepRule } from "@/lib/meetings/rules";
import { dayOf } from "@/lib/time";
import type { MeetingStatus } from "@/prisma/generated/enums";
import type { InvitationRow } from "@/tests/factories/invitations";
import { type MeetingOptions, type MeetingRow, meetingRows } from "@/tests/factories/meetings";
import { type Calendar, daysAfter, earlier, weekdayUntil } from "./calendar";
import type { Rows } from "./demo-rows";
import type { DemoSeat, Staff } from "./offices";

/** A meeting as it is told: each thing that happens leaves its rows and its event. */
export type DemoMeeting = {
  meeting: MeetingRow;
  by: Staff;
  calendar: Calendar;
  scheduledAt: Date;
  /** When time or place was changed, if it was. */
  movedAt: Date | null;
  invitations: { seat: DemoSeat; row: InvitationRow; token: string }[];
  nextNumber: number;
};

/** What is about the meeting itself names no other subject. */
type Kinded = NewEvent extends infer E
  ? E extends NewEvent
    ? Pick<E, "action" | "data"> & { subjectId?: string }
    : never
  : never;

/** An event of a meeting, by the staff who keep its record or by somebody else. */
export function record(
  rows: Rows,
  demo: Pick<DemoMeeting, "meeting" | "by">,
  at: Date,
  event: Kinded,
  who: { userId?: string; actor: string; onBehalfOf: string } = byStaff(demo.by),
) {
  const { id: meetingId, hostId: organisationId } = demo.meeting;
  rows.events.push({ ...rowOf(who, { subjectId: meetingId, ...event, organisationId, meetingId }), at });
}

export function byStaff({ user, office }: Staff) {
  return { userId: user.id, actor: user.name, onBehalfOf: office.name };
}

type StepAction = ReturnType<typeof stepRule>["action"];

const stepsSoFar: Record<MeetingStatus, { sequence: number; version: number }> = {
  DRAFT: { sequence: 0, version: 0 },
  SCHEDULED: { sequence: 1, version: 1 },
  IN_PROGRESS: { sequence: 1, version: 2 },
  CLOSED: { sequence: 1, version: 3 },
  POSTPONED: { sequence: 2, version: 2 },
  CANCELLED: { sequence: 2, version: 2 },
};

/** A meeting with the steps that brought it to its state, prepared three weeks ahead, set two weeks ahead. */
export function addMeeting(
  rows: Rows,
  { calendar, by }: { calendar: Calendar; by: Staff },
  status: MeetingStatus,
  options: Omit<MeetingOptions, "host"> & { startsAt: Date; statusReason?: string },
): DemoMeeting {
  const { startsAt } = options;
  const { now } = calendar;
  const inOffice = (instant: Date, clock: string) =>
    calendar.at(weekdayUntil(dayOf(instant, calendar.timeZone)), clock);
  const draftedAt = inOffice(earlier(daysAfter(startsAt, -21), daysAfter(now, status === "DRAFT" ? -1 : -9)), "09:35");
  const scheduledAt = inOffice(earlier(daysAfter(startsAt, -14), daysAfter(now, -8)), "10:40");
  const over = options.endsAt ? new Date(options.endsAt) : daysAfter(startsAt, 0, 195);
  const closedAt = status === "CLOSED" ? daysAfter(over, 0, 20) : null;
  const told = meetingRows(status, {
    ...stepsSoFar[status],
    ...options,
    host: by.office,
    closedAt,
    createdById: by.user.id,
    createdAt: draftedAt,
  });
  rows.meetings.push(told.meeting);
  rows.organisers.push(...told.organisers);
  rows.agenda.push(...told.agenda);
  if (options.kind === "KALAKARYA") rows.trainings.push({ meetingId: told.meeting.id, objectives: [] });
  const demo: DemoMeeting = {
    meeting: told.meeting,
    by,
    calendar,
    scheduledAt,
    movedAt: null,
    invitations: [],
    nextNumber: 1,
  };
  const { title } = told.meeting;
  const step = (at: Date, action: StepAction, reason: string | null = null) => {
    record(rows, demo, at, { action, data: { title, reason } });
    demo.meeting.changedAt = at;
  };
  record(rows, demo, draftedAt, { action: "meeting.drafted", data: { title } });
  demo.meeting.changedAt = draftedAt;
  if (status === "DRAFT") return demo;
  step(scheduledAt, "meeting.scheduled");
  const reason = options.statusReason ?? null;
  if (status === "POSTPONED") step(inOffice(daysAfter(now, -1), "14:10"), "meeting.postponed", reason);
  if (status === "CANCELLED") step(inOffice(daysAfter(now, -2), "13:25"), "meeting.cancelled", reason);
  if (status === "IN_PROGRESS" || closedAt) step(startsAt, "meeting.started");
  if (closedAt) step(closedAt, "meeting.closed");
  return demo;
}
