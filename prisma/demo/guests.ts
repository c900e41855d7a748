import { randomUUID } from "node:crypto";
import type { AnswerChoice, AttendanceStatus } from "@/prisma/generated/enums";
import { attendanceRow } from "@/tests/factories/attendance";
import { answerRow, invitationRow } from "@/tests/factories/invitations";
import { daysAfter } from "./calendar";
import { type DemoMeeting, record } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import { type DemoSeat, seatAt } from "./offices";

/** Invites seats with the holders of that day. @param handedOut how many links were passed on; all if left out */
export function invite(rows: Rows, demo: DemoMeeting, seats: readonly DemoSeat[], handedOut = seats.length) {
  const createdAt = daysAfter(demo.scheduledAt, 0, -15);
  seats.forEach((seat, index) => {
    const { row, token } = invitationRow({
      meetingId: demo.meeting.id,
      seat: seatAt(seat, createdAt),
      createdAt,
      handedOutAt: index < handedOut ? daysAfter(demo.scheduledAt, 0, 20 + index * 2) : null,
      toldSequence: index < handedOut ? 1 : null,
    });
    rows.invitations.push(row);
    demo.invitations.push({ seat, row, token });
  });
  record(rows, demo, createdAt, { action: "invitation.added", data: { count: seats.length } });
}

/** Moves a meeting that people were invited to already. @param told how many of them know by now */
export function addMoved(rows: Rows, demo: DemoMeeting, former: { startsAt: Date; place: string }, told: number) {
  const { meeting, calendar } = demo;
  const at = daysAfter(calendar.at(calendar.back(5), "09:20"), 0);
  const whenAndWhere = ({ startsAt, place }: { startsAt: Date; place: string }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: null,
    place,
  });
  demo.movedAt = at;
  meeting.sequence = 2;
  meeting.version = 2;
  rows.changes.push({ ...former, meetingId: meeting.id, sequence: 2, changedAt: at });
  for (const { row } of demo.invitations.slice(0, told)) row.toldSequence = 2;
  meeting.changedAt = at;
  const { title, timeZone } = meeting;
  record(rows, demo, at, {
    action: "meeting.moved",
    data: { title, timeZone, before: whenAndWhere(former), after: whenAndWhere(meeting) },
  });
}

export function invitationOf(demo: DemoMeeting, seat: DemoSeat) {
  const found = demo.invitations.find((invitation) => invitation.seat === seat);
  if (!found) throw new Error(`${seat.seat.title} is not invited to ${demo.meeting.title}`);
  return found;
}

export type Delegate = { name: string; title: string; institution: string };

/** An answer through the link, some days after it was handed out and before the meeting. */
export function answer(
  rows: Rows,
  demo: DemoMeeting,
  seat: DemoSeat,
  choice: AnswerChoice,
  more: { delegate?: Delegate; reason?: string } = {},
) {
  const { row } = invitationOf(demo, seat);
  const order = demo.invitations.findIndex((invitation) => invitation.row === row);
  const answeredAt = daysAfter(demo.scheduledAt, 1 + (order % 5), order * 7);
  rows.answers.push(
    answerRow({
      invitationId: row.id,
      choice,
      answeredAt,
      sequence: demo.movedAt && answeredAt > demo.movedAt ? 2 : 1,
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
  const event = { action: "invitation.answered" as const, subjectId: row.id, data: { choice } };
  record(rows, demo, answeredAt, event, who);
}

/** Marks an invitee on the roll. @param more.fromPaper the hour of arrival is not known */
export function mark(
  rows: Rows,
  demo: DemoMeeting,
  seat: DemoSeat,
  status: AttendanceStatus = "PRESENT",
  more: { delegate?: Delegate; note?: string; fromPaper?: boolean } = {},
) {
  const { row } = invitationOf(demo, seat);
  const order = demo.invitations.findIndex((invitation) => invitation.row === row);
  const isPresent = status === "PRESENT" || status === "REPRESENTED";
  const markedAt = daysAfter(demo.meeting.startsAt, 0, more.fromPaper ? 180 + order / 4 : 1 + order);
  const arrival = daysAfter(demo.meeting.startsAt, 0, ((order * 13) % 38) - 27);
  rows.attendances.push(
    attendanceRow({
      meetingId: demo.meeting.id,
      invitation: row,
      status,
      ...(more.delegate ?? {}),
      note: more.note ?? null,
      source: more.fromPaper ? "PAPER" : "OFFICER",
      arrivedAt: isPresent && !more.fromPaper ? arrival : null,
      markedById: demo.by.user.id,
      markedAt,
    }),
  );
  const { id: subjectId, title, institution, holderName } = row;
  record(rows, demo, markedAt, {
    action: "attendance.marked",
    subjectId,
    data: { name: holderName ?? null, title, institution, status, delegate: more.delegate ?? null },
  });
}

/** Somebody who came without an invitation. */
export function welcome(rows: Rows, demo: DemoMeeting, guest: Delegate, more: { fromPaper?: boolean } = {}) {
  const markedAt = daysAfter(demo.meeting.startsAt, 0, more.fromPaper ? 200 : 35);
  const id = randomUUID();
  rows.attendances.push(
    attendanceRow({
      id,
      meetingId: demo.meeting.id,
      ...guest,
      source: more.fromPaper ? "PAPER" : "OFFICER",
      arrivedAt: more.fromPaper ? null : markedAt,
      markedById: demo.by.user.id,
      markedAt,
    }),
  );
  record(rows, demo, markedAt, { action: "attendance.guest-added", subjectId: id, data: guest });
}
