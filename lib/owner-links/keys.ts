import { Prisma } from "@/prisma/generated/client";

const plain = (column: string) =>
  `lower(trim(regexp_replace(replace(coalesce(${column}, ''), '|', ' '), '\\s+', ' ', 'g')))`;

/** The key of whoever was typed as responsible for a row "t". */
export const typedOwnerKeySql = `'tulis:' || ${plain('t."responsibleInstitution"')} || '|' || ${plain('t."responsibleTitle"')} || '|' || ${plain('t."responsibleName"')}`;

/** The key of a row's ("t") owner, as `ownerKeyOf` says it. */
export const ownerKeySql = Prisma.raw(
  `CASE WHEN t."responsibleSeatId" IS NOT NULL THEN 'seat:' || t."responsibleSeatId"
        WHEN t."responsibleUserId" IS NOT NULL THEN 'user:' || t."responsibleUserId"
        ELSE ${typedOwnerKeySql} END`,
);

/** The owner's seat is put aside or held by another by now; the user is shut out. */
export const hasLeftSql = Prisma.sql`(
  EXISTS (SELECT 1 FROM "User" u WHERE u.id = t."responsibleUserId" AND u."deactivatedAt" IS NOT NULL)
  OR EXISTS (SELECT 1 FROM "Seat" s WHERE s.id = t."responsibleSeatId" AND (s."archivedAt" IS NOT NULL OR (
    EXISTS (SELECT 1 FROM "SeatHolder" h WHERE h."seatId" = s.id AND h.until IS NOT NULL AND lower(h.name) = lower(t."responsibleName"))
    AND NOT EXISTS (SELECT 1 FROM "SeatHolder" h WHERE h."seatId" = s.id AND h.until IS NULL AND lower(h.name) = lower(t."responsibleName"))))))`;
