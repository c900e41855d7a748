import { isId } from "@/lib/db";
import { type OwnerRef, parseOwnerRef } from "@/lib/owner-links/rules";
import { Prisma } from "@/prisma/generated/client";

const endOf = (column: string) => `(SELECT coalesce(p."mergedIntoId", p.id) FROM "Person" p WHERE p.id = ${column})`;

export const ownerRefSql = Prisma.raw(
  `CASE WHEN t."responsibleSeatId" IS NOT NULL THEN 'seat:' || t."responsibleSeatId"
        WHEN t."responsibleUserId" IS NOT NULL THEN 'user:' || t."responsibleUserId"
        ELSE 'person:' || ${endOf('t."responsiblePersonId"')} END`,
);

export function isOwnedBy(ref: OwnerRef): Prisma.Sql {
  const { kind, id } = parseOwnerRef(ref);
  if (kind === "seat") return Prisma.sql`t."responsibleSeatId" = ${id}::uuid`;
  const noSeat = Prisma.sql`t."responsibleSeatId" IS NULL`;
  if (kind === "user") return Prisma.sql`${noSeat} AND t."responsibleUserId" = ${id}::uuid`;
  return Prisma.sql`${noSeat} AND t."responsibleUserId" IS NULL AND t."responsiblePersonId" IN (
    SELECT p.id FROM "Person" p WHERE p.id = ${id}::uuid OR p."mergedIntoId" = ${id}::uuid)`;
}

export function linksOf(ref: OwnerRef): Prisma.OwnerLinkWhereInput {
  const { kind, id } = parseOwnerRef(ref);
  if (!isId(id)) return { id: { in: [] } };
  if (kind === "seat") return { seatId: id };
  if (kind === "user") return { seatId: null, userId: id };
  return { seatId: null, userId: null, person: { OR: [{ id }, { mergedIntoId: id }] } };
}

export const hasLeftSql = Prisma.sql`(
  EXISTS (SELECT 1 FROM "User" u WHERE u.id = t."responsibleUserId" AND u."deactivatedAt" IS NOT NULL)
  OR EXISTS (SELECT 1 FROM "Seat" s WHERE s.id = t."responsibleSeatId" AND (s."archivedAt" IS NOT NULL OR (
    t."responsiblePersonId" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "SeatHolder" h JOIN "Person" p ON p.id = h."personId" JOIN "Person" q ON q.id = t."responsiblePersonId"
      WHERE h."seatId" = s.id AND h.until IS NULL
        AND coalesce(p."mergedIntoId", p.id) = coalesce(q."mergedIntoId", q.id))))))`;
