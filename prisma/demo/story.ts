import { randomUUID } from "node:crypto";
import { attendanceNames } from "@/lib/attendance/rules";
import { answerNames } from "@/lib/invitations/rules";
import { dayOf } from "@/lib/time";
import type { AnswerChoice, AttendanceStatus, MeetingStatus } from "@/prisma/generated/enums";
import { attendanceRow } from "@/tests/factories/attendance";
import { eventRow } from "@/tests/factories/events";
import { answerRow, type InvitationRow, invitationRow } from "@/tests/factories/invitations";
import { type MeetingOptions, type MeetingRow, meetingRows } from "@/tests/factories/meetings";
import { type Calendar, daysAfter, earlier, weekdayUntil } from "./calendar";
import { type DemoSeat, type Staff, seatAt } from "./offices";
import type { Rows } from "./rows";

/** A meeting as it is told: each thing that happens leaves its rows and its event. */
export type Story = {
  meeting: MeetingRow;
  by: Staff;
  calendar: Calendar;
  scheduledAt: Date;
  invitations: { seat: DemoSeat; row: InvitationRow; token: string }[];
  nextNumber: number;
};

type Told = { verb: string; subject: string; at: Date; detail?: Record<string, string | number | null> };

/** An event of a meeting, by the staff who keep its record or by somebody else. */
export function tell(
  rows: Rows,
  story: Story,
  told: Told,
  who: { userId?: string; actor: string; onBehalfOf: string } = byStaff(story.by),
) {
  rows.events.push({
    ...eventRow({ organisationId: story.meeting.hostId, meetingId: story.meeting.id, ...who, detail: {}, ...told }),
    at: told.at,
  });
}

export function byStaff({ user, office }: Staff) {
  return { userId: user.id, actor: user.name, onBehalfOf: office.name };
}

const stepsSoFar: Record<MeetingStatus, { sequence: number; version: number }> = {
  DRAFT: { sequence: 0, version: 0 },
  SCHEDULED: { sequence: 1, version: 1 },
  IN_PROGRESS: { sequence: 1, version: 2 },
  CLOSED: { sequence: 1, version: 3 },
  POSTPONED: { sequence: 2, version: 2 },
  CANCELLED: { sequence: 2, version: 2 },
};

/** A meeting with the steps that brought it to its state, prepared three weeks ahead, set two weeks ahead. */
export function tellMeeting(
  rows: Rows,
  { calendar, by }: { calendar: Calendar; by: Staff },
  status: MeetingStatus,
  options: Omit<MeetingOptions, "host"> & { startsAt: Date; statusReason?: string },
): Story {
  const { startsAt } = options;
  const { now } = calendar;
  const inOffice = (instant: Date, clock: string) =>
    calendar.at(weekdayUntil(dayOf(instant, calendar.timeZone)), clock);
  const draftedAt = inOffice(earlier(daysAfter(startsAt, -21), daysAfter(now, status === "DRAFT" ? -1 : -9)), "09:35");
  const scheduledAt = inOffice(earlier(daysAfter(startsAt, -14), daysAfter(now, -8)), "10:40");
  const closedAt = status === "CLOSED" ? daysAfter(startsAt, 0, 215) : null;
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
  const story = { meeting: told.meeting, by, calendar, scheduledAt, invitations: [], nextNumber: 1 };
  const subject = told.meeting.title;
  tell(rows, story, { verb: "menyusun", subject, at: draftedAt });
  if (status === "DRAFT") return story;
  tell(rows, story, { verb: "menjadwalkan", subject, at: scheduledAt });
  const detail = { alasan: options.statusReason ?? "" };
  if (status === "POSTPONED")
    tell(rows, story, { verb: "menunda", subject, at: inOffice(daysAfter(now, -1), "14:10"), detail });
  if (status === "CANCELLED")
    tell(rows, story, { verb: "membatalkan", subject, at: inOffice(daysAfter(now, -2), "13:25"), detail });
  if (status === "IN_PROGRESS" || closedAt) tell(rows, story, { verb: "memulai", subject, at: startsAt });
  if (closedAt) tell(rows, story, { verb: "menutup", subject, at: closedAt });
  return story;
}

/** Invites seats with the holders of that day. @param handedOut how many links were passed on; all if left out */
export function invite(rows: Rows, story: Story, seats: readonly DemoSeat[], handedOut = seats.length) {
  const createdAt = daysAfter(story.scheduledAt, 0, -15);
  seats.forEach((seat, index) => {
    const { row, token } = invitationRow({
      meetingId: story.meeting.id,
      seat: seatAt(seat, createdAt),
      createdAt,
      handedOutAt: index < handedOut ? daysAfter(story.scheduledAt, 0, 20 + index * 2) : null,
    });
    rows.invitations.push(row);
    story.invitations.push({ seat, row, token });
  });
  tell(rows, story, { verb: "menambah undangan", subject: `${seats.length} orang`, at: createdAt });
}

export function invitationOf(story: Story, seat: DemoSeat) {
  const found = story.invitations.find((invitation) => invitation.seat === seat);
  if (!found) throw new Error(`${seat.seat.title} is not invited to ${story.meeting.title}`);
  return found;
}

export type Delegate = { name: string; title: string; institution: string };

/** An answer through the link, some days after it was handed out and before the meeting. */
export function answer(
  rows: Rows,
  story: Story,
  seat: DemoSeat,
  choice: AnswerChoice,
  more: { delegate?: Delegate; reason?: string } = {},
) {
  const { row } = invitationOf(story, seat);
  const order = story.invitations.findIndex((invitation) => invitation.row === row);
  const answeredAt = daysAfter(story.scheduledAt, 1 + (order % 5), order * 7);
  rows.answers.push(
    answerRow({
      invitationId: row.id,
      choice,
      answeredAt,
      ...(more.reason ? { reason: more.reason } : {}),
      ...(more.delegate
        ? {
            delegateName: more.delegate.name,
            delegateTitle: more.delegate.title,
            delegateInstitution: more.delegate.institution,
          }
        : {}),
    }),
  );
  const who = { actor: `${row.title}, ${row.institution}`, onBehalfOf: "tautan pribadi" };
  tell(rows, story, { verb: "menjawab undangan", subject: answerNames[choice], at: answeredAt }, who);
}

/** Marks an invitee on the roll. @param more.fromPaper the hour of arrival is not known */
export function mark(
  rows: Rows,
  story: Story,
  seat: DemoSeat,
  status: AttendanceStatus = "HADIR",
  more: { delegate?: Delegate; note?: string; fromPaper?: boolean } = {},
) {
  const { row } = invitationOf(story, seat);
  const order = story.invitations.findIndex((invitation) => invitation.row === row);
  const isPresent = status === "HADIR" || status === "DIWAKILI";
  const markedAt = daysAfter(story.meeting.startsAt, 0, more.fromPaper ? 180 + order / 4 : 1 + order);
  rows.attendances.push(
    attendanceRow({
      meetingId: story.meeting.id,
      invitation: row,
      status,
      ...(more.delegate ?? {}),
      note: more.note ?? null,
      source: more.fromPaper ? "KERTAS" : "PETUGAS",
      arrivedAt: isPresent && !more.fromPaper ? markedAt : null,
      markedById: story.by.user.id,
      markedAt,
    }),
  );
  tell(rows, story, {
    verb: `mencatat ${attendanceNames[status].toLowerCase()}`,
    subject: `${row.title}, ${row.institution}`,
    at: markedAt,
    ...(more.delegate ? { detail: { wakil: Object.values(more.delegate).join(", ") } } : {}),
  });
}

/** Somebody who came without an invitation. */
export function welcome(rows: Rows, story: Story, guest: Delegate, more: { fromPaper?: boolean } = {}) {
  const markedAt = daysAfter(story.meeting.startsAt, 0, more.fromPaper ? 200 : 35);
  rows.attendances.push(
    attendanceRow({
      id: randomUUID(),
      meetingId: story.meeting.id,
      ...guest,
      source: more.fromPaper ? "KERTAS" : "PETUGAS",
      arrivedAt: more.fromPaper ? null : markedAt,
      markedById: story.by.user.id,
      markedAt,
    }),
  );
  tell(rows, story, {
    verb: "menambah tamu tanpa undangan",
    subject: Object.values(guest).join(", "),
    at: markedAt,
  });
}
