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
