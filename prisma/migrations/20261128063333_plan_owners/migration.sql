-- DropIndex
DROP INDEX "OwnerLink_organisationId_ownerKey_idx";

-- AlterTable
ALTER TABLE "ActionItem" ADD COLUMN     "responsiblePersonId" UUID;
ALTER TABLE "OwnerLink" ADD COLUMN     "personId" UUID;

-- Owners written down by one office in the same words had one link and one page so far: they stay one person of that
-- office. Which office, says who wrote the row, else its host.
ALTER TABLE "Person" ADD COLUMN "key" TEXT;
INSERT INTO "Person" (id, "organisationId", name, title, institution, "createdAt", "key")
SELECT gen_random_uuid(), g.office, g.name, g.title, g.institution, g.first, g.key
FROM (
  SELECT coalesce(u."organisationId", m."hostId") AS office, 'tulis:' || lower(trim(regexp_replace(replace(coalesce(t."responsibleInstitution", ''), '|', ' '), '\s+', ' ', 'g'))) || '|' || lower(trim(regexp_replace(replace(coalesce(t."responsibleTitle", ''), '|', ' '), '\s+', ' ', 'g'))) || '|' || lower(trim(regexp_replace(replace(coalesce(t."responsibleName", ''), '|', ' '), '\s+', ' ', 'g'))) AS key,
    (array_agg(t."responsibleName" ORDER BY t."createdAt" DESC))[1] AS name,
    (array_agg(t."responsibleTitle" ORDER BY t."createdAt" DESC))[1] AS title,
    (array_agg(t."responsibleInstitution" ORDER BY t."createdAt" DESC))[1] AS institution, min(t."createdAt") AS first
  FROM "ActionItem" t JOIN "Meeting" m ON m.id = t."meetingId" LEFT JOIN "User" u ON u.id = t."createdById"
  WHERE t."responsibleSeatId" IS NULL AND t."responsibleUserId" IS NULL GROUP BY 1, 2
) g;
UPDATE "ActionItem" x SET "responsiblePersonId" = p.id
FROM "ActionItem" t JOIN "Meeting" m ON m.id = t."meetingId" LEFT JOIN "User" u ON u.id = t."createdById"
  JOIN "Person" p ON p."organisationId" = coalesce(u."organisationId", m."hostId") AND p."key" = 'tulis:' || lower(trim(regexp_replace(replace(coalesce(t."responsibleInstitution", ''), '|', ' '), '\s+', ' ', 'g'))) || '|' || lower(trim(regexp_replace(replace(coalesce(t."responsibleTitle", ''), '|', ' '), '\s+', ' ', 'g'))) || '|' || lower(trim(regexp_replace(replace(coalesce(t."responsibleName", ''), '|', ' '), '\s+', ' ', 'g')))
WHERE x.id = t.id AND t."responsibleSeatId" IS NULL AND t."responsibleUserId" IS NULL;

-- Of a seat it was the holder who has the name that the row says.
UPDATE "ActionItem" t SET "responsiblePersonId" = (SELECT h."personId" FROM "SeatHolder" h
  WHERE h."seatId" = t."responsibleSeatId" AND lower(h.name) = lower(t."responsibleName")
  ORDER BY h.until DESC NULLS FIRST, h.since DESC NULLS LAST LIMIT 1)
WHERE t."responsibleSeatId" IS NOT NULL;
UPDATE "ActionItem" t SET "responsiblePersonId" = u."personId" FROM "User" u
WHERE t."responsibleSeatId" IS NULL AND u.id = t."responsibleUserId";

-- Links show the rows that they showed.
UPDATE "OwnerLink" l SET "personId" = (SELECT h."personId" FROM "SeatHolder" h
  WHERE h."seatId" = l."seatId" AND lower(h.name) = lower(l.name)
  ORDER BY h.until DESC NULLS FIRST, h.since DESC NULLS LAST LIMIT 1)
WHERE l."seatId" IS NOT NULL;
UPDATE "OwnerLink" l SET "personId" = u."personId" FROM "User" u WHERE l."seatId" IS NULL AND u.id = l."userId";
UPDATE "OwnerLink" l SET "personId" = (SELECT p.id FROM "Person" p WHERE p."key" = l."ownerKey"
  ORDER BY p."organisationId" = l."organisationId" DESC, EXISTS (
    SELECT 1 FROM "ActionItem" t JOIN "MeetingOrganiser" o ON o."meetingId" = t."meetingId"
    WHERE t."responsiblePersonId" = p.id AND o."puskesmasId" = l."organisationId") DESC LIMIT 1)
WHERE l."seatId" IS NULL AND l."userId" IS NULL AND EXISTS (
  SELECT 1 FROM "Person" p JOIN "ActionItem" t ON t."responsiblePersonId" = p.id
    JOIN "MeetingOrganiser" o ON o."meetingId" = t."meetingId"
  WHERE p."key" = l."ownerKey" AND o."puskesmasId" = l."organisationId");
-- An owner whose rows were given to others, or deleted, is kept for what was reported through the link.
INSERT INTO "Person" (id, "organisationId", name, title, institution, "createdAt", "key")
SELECT gen_random_uuid(), l."organisationId", min(l.name), min(l.title), min(l.institution), min(l."createdAt"), l."ownerKey"
FROM "OwnerLink" l WHERE l."seatId" IS NULL AND l."userId" IS NULL AND l."personId" IS NULL
GROUP BY l."organisationId", l."ownerKey";
UPDATE "OwnerLink" l SET "personId" = (SELECT p.id FROM "Person" p
  WHERE p."organisationId" = l."organisationId" AND p."key" = l."ownerKey" ORDER BY p."createdAt", p.id LIMIT 1)
WHERE l."seatId" IS NULL AND l."userId" IS NULL AND l."personId" IS NULL;
ALTER TABLE "Person" DROP COLUMN "key";
DROP INDEX "OwnerLink_live_key";
ALTER TABLE "OwnerLink" DROP COLUMN "ownerKey";

-- CreateIndex
CREATE INDEX "ActionItem_responsiblePersonId_idx" ON "ActionItem"("responsiblePersonId");

-- CreateIndex
CREATE INDEX "OwnerLink_organisationId_idx" ON "OwnerLink"("organisationId");

-- CreateIndex
CREATE INDEX "OwnerLink_personId_idx" ON "OwnerLink"("personId");

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_responsiblePersonId_fkey" FOREIGN KEY ("responsiblePersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerLink" ADD CONSTRAINT "OwnerLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema's language cannot say.
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_owner"
  CHECK (coalesce("responsibleSeatId", "responsibleUserId", "responsiblePersonId") IS NOT NULL);
ALTER TABLE "OwnerLink" ADD CONSTRAINT "OwnerLink_owner" CHECK (coalesce("seatId", "userId", "personId") IS NOT NULL);
-- One link in force for each owner in an office.
CREATE UNIQUE INDEX "OwnerLink_seat_key" ON "OwnerLink"("organisationId", "seatId")
  WHERE "revokedAt" IS NULL AND "seatId" IS NOT NULL;
CREATE UNIQUE INDEX "OwnerLink_user_key" ON "OwnerLink"("organisationId", "userId")
  WHERE "revokedAt" IS NULL AND "seatId" IS NULL AND "userId" IS NOT NULL;
CREATE UNIQUE INDEX "OwnerLink_person_key" ON "OwnerLink"("organisationId", "personId")
  WHERE "revokedAt" IS NULL AND "seatId" IS NULL AND "userId" IS NULL;
