-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "position" INTEGER,
ADD COLUMN     "takenOn" DATE;

-- Photos keep the order in which they were shown until now.
UPDATE "Document" d SET "position" = o.place
FROM (
  SELECT id, row_number() OVER (PARTITION BY "meetingId" ORDER BY "createdAt", id) AS place
  FROM "Document" WHERE kind = 'MEETING_PHOTO'
) o
WHERE d.id = o.id;

ALTER TABLE "Document" ADD CONSTRAINT "Document_photo_position"
  CHECK (("position" IS NOT NULL) = (kind = 'MEETING_PHOTO') AND "position" > 0);

-- Deferrable, so that one statement may put many photos in another order: it is checked at the statement's end.
ALTER TABLE "Document" ADD CONSTRAINT "Document_meetingId_position_key"
  UNIQUE ("meetingId", "position") DEFERRABLE INITIALLY IMMEDIATE;
