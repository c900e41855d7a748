import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";

/** The whole roll of a meeting: everybody present or excused, guests in the order they came. */
export async function listAttendances(actor: Actor, meetingId: string) {
  return db.attendance.findMany({
    where: { meetingId, meeting: visibleTo(actor) },
    orderBy: [{ markedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      invitationId: true,
      status: true,
      name: true,
      title: true,
      institution: true,
      representedTitle: true,
      representedInstitution: true,
      arrivedAt: true,
      note: true,
      source: true,
    },
  });
}

export type ListedAttendance = Awaited<ReturnType<typeof listAttendances>>[number];
