import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import type { ActionItemRow, ReportRow } from "@/tests/factories/action-items";
import type { EventRow } from "@/tests/factories/events";
import type { InvitationRow } from "@/tests/factories/invitations";
import type { MeetingRow } from "@/tests/factories/meetings";
import type { OrganisationRow } from "@/tests/factories/organisations";
import type { HolderRow, SeatRow } from "@/tests/factories/seats";
import type { UserRow } from "@/tests/factories/users";

/** Everything the demo is, before any of it is saved: a few large inserts are quicker than thousands of small. */
export type Rows = {
  organisations: OrganisationRow[];
  workingAreas: Prisma.WorkingAreaCreateManyInput[];
  users: UserRow[];
  seats: SeatRow[];
  holders: HolderRow[];
  meetings: MeetingRow[];
  organisers: Prisma.MeetingOrganiserCreateManyInput[];
  agenda: Prisma.AgendaLineCreateManyInput[];
  invitations: InvitationRow[];
  answers: Prisma.AnswerCreateManyInput[];
  attendances: Prisma.AttendanceCreateManyInput[];
  items: ActionItemRow[];
  itemVillages: Prisma.ActionItemVillageCreateManyInput[];
  reports: ReportRow[];
  comments: Prisma.CommentCreateManyInput[];
  events: (EventRow & { at: Date })[];
};

export function noRows(): Rows {
  return {
    organisations: [],
    workingAreas: [],
    users: [],
    seats: [],
    holders: [],
    meetings: [],
    organisers: [],
    agenda: [],
    invitations: [],
    answers: [],
    attendances: [],
    items: [],
    itemVillages: [],
    reports: [],
    comments: [],
    events: [],
  };
}

/** Saves all of it or nothing. Users' addresses are unique, so a second filling fails as a whole. */
export async function saveRows(rows: Rows): Promise<void> {
  // The record is read in the order of its numbers.
  const events = rows.events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  await db.$transaction([
    db.organisation.createMany({ data: rows.organisations }),
    db.user.createMany({ data: rows.users }),
    db.workingArea.createMany({ data: rows.workingAreas }),
    db.seat.createMany({ data: rows.seats }),
    db.seatHolder.createMany({ data: rows.holders }),
    db.meeting.createMany({ data: rows.meetings }),
    db.meetingOrganiser.createMany({ data: rows.organisers }),
    db.agendaLine.createMany({ data: rows.agenda }),
    db.invitation.createMany({ data: rows.invitations }),
    db.answer.createMany({ data: rows.answers }),
    db.attendance.createMany({ data: rows.attendances }),
    db.actionItem.createMany({ data: rows.items }),
    db.actionItemVillage.createMany({ data: rows.itemVillages }),
    db.progressReport.createMany({ data: rows.reports }),
    db.comment.createMany({ data: rows.comments }),
    db.event.createMany({ data: events }),
  ]);
}
