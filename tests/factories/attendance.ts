import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Attendance, HolderPrefix, Prisma } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

/** What an attendance copies from its invitation. */
export type InvitationToMark = {
  id: string;
  title: string;
  institution: string;
  holderPrefix?: HolderPrefix | null;
  holderName?: string | null;
};

type AttendanceOptions = Partial<Prisma.AttendanceCreateManyInput> & {
  meetingId: string;
  /** Whose seat it is; a walk-in where left out. */
  invitation?: InvitationToMark;
};

/**
 * Somebody present, marked by staff; not saved. With status REPRESENTED the invitee is the one represented, and
 * name, title and institution are the delegate's.
 */
export function attendanceRow({ invitation, ...overrides }: AttendanceOptions): Prisma.AttendanceCreateManyInput {
  const status = overrides.status ?? "PRESENT";
  const source = overrides.source ?? "OFFICER";
  // What an officer marks is confirmed at once; who came by code waits for one.
  const confirmed =
    source === "CODE"
      ? {}
      : { confirmedAt: overrides.markedAt ?? new Date(), confirmedById: overrides.markedById ?? null };
  if (!invitation) {
    const guest = {
      name: overrides.name ?? `Tamu ${nextNumber()}`,
      title: overrides.title ?? "Staf",
      institution: overrides.institution ?? "Puskesmas lain",
    };
    const id = overrides.id ?? randomUUID();
    return { ...confirmed, ...overrides, ...guest, source, status, id };
  }
  const represented = status === "REPRESENTED";
  return {
    id: invitation.id,
    invitationId: invitation.id,
    name: represented ? `Wakil ${nextNumber()}` : (invitation.holderName ?? null),
    title: represented ? "Sekretaris" : invitation.title,
    institution: invitation.institution,
    representedName: represented ? (invitation.holderName ?? null) : null,
    representedTitle: represented ? invitation.title : null,
    representedInstitution: represented ? invitation.institution : null,
    ...confirmed,
    ...overrides,
    source,
    status,
  };
}

export function makeAttendance(options: AttendanceOptions): Promise<Attendance> {
  return db.attendance.create({ data: attendanceRow(options) });
}
