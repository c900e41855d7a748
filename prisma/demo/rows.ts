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
  changes: Prisma.MeetingChangeCreateManyInput[];
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
    changes: [],
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
  await db.$transaction(
    async (tx) => {
      await tx.organisation.createMany({ data: rows.organisations });
      await tx.user.createMany({ data: rows.users });
      await tx.workingArea.createMany({ data: rows.workingAreas });
      await tx.seat.createMany({ data: rows.seats });
      await tx.seatHolder.createMany({ data: rows.holders });
      await tx.meeting.createMany({ data: rows.meetings });
      await tx.meetingOrganiser.createMany({ data: rows.organisers });
      await tx.agendaLine.createMany({ data: rows.agenda });
      await tx.meetingChange.createMany({ data: rows.changes });
      await tx.invitation.createMany({ data: rows.invitations });
      await tx.answer.createMany({ data: rows.answers });
      await tx.attendance.createMany({ data: rows.attendances });
      await tx.actionItem.createMany({ data: rows.items });
      await tx.actionItemVillage.createMany({ data: rows.itemVillages });
      await tx.progressReport.createMany({ data: rows.reports });
      await tx.comment.createMany({ data: rows.comments });
      await tx.event.createMany({ data: events });
    },
    // A slow machine may take its time: half a demo is worse than a late one.
    { timeout: 120_000 },
  );
}
