import type { Db } from "@/lib/db";
import { nameCore } from "@/lib/persons/words";
import { Prisma } from "@/prisma/generated/client";

/**
 * The office's invitations that named one of these persons as the holder of his seat: a seat has other holders too, and a
 * roll names its holder by his invitation alone.
 */
export async function listOwnInvitations(tx: Db, organisationId: string, personIds: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT i.id FROM "SeatHolder" h JOIN "Invitation" i ON i."seatId" = h."seatId"
    JOIN "Meeting" m ON m.id = i."meetingId"
    WHERE h."personId" = ANY(${personIds}::uuid[]) AND m."hostId" = ${organisationId}::uuid
      AND ${nameCore(Prisma.sql`i."holderName"`)} = ${nameCore(Prisma.sql`h.name`)}`;
  return rows.map(({ id }) => id);
}

/** Of a roll: himself as a guest or a delegate, or the holder in person, not who came for him. */
export function ownAttendance(personIds: string[], invitationIds: string[]): Prisma.AttendanceWhereInput {
  return {
    OR: [
      { personId: { in: personIds } },
      { invitationId: { in: invitationIds }, personId: null, status: { not: "REPRESENTED" } },
    ],
  };
}
