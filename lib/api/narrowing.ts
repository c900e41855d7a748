import { Prisma } from "@/prisma/generated/client";

export function allOf(conditions: readonly (Prisma.Sql | false | "" | 0 | undefined | null)[]): Prisma.Sql {
  const present = conditions.filter((condition) => condition instanceof Prisma.Sql);
  return present.length > 0 ? Prisma.join(present, " AND ") : Prisma.sql`true`;
}

/** When a meeting ("m") last changed in anything that an event tells of. */
export const meetingUpdatedAt = Prisma.sql`greatest(m."createdAt", m."changedAt", (
  SELECT e.at FROM "Event" e WHERE e."meetingId" = m.id ORDER BY e.id DESC LIMIT 1))`;

export function organisedBySql(puskesmasId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "MeetingOrganiser" f
    WHERE f."meetingId" = m.id AND f."puskesmasId" = ${puskesmasId}::uuid AND f."agreedAt" IS NOT NULL)`;
}
