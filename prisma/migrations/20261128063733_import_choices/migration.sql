-- Seats of the same words are told apart: five kader of one posyandu are five.
ALTER TABLE "Seat" ADD COLUMN     "ordinal" INTEGER NOT NULL DEFAULT 1;
DROP INDEX "Seat_directory_key";
CREATE UNIQUE INDEX "Seat_directory_key"
  ON "Seat"("organisationId", lower("title"), lower("institution"), coalesce("villageCode", ''), "ordinal")
  WHERE "archivedAt" IS NULL;

-- A further kind of import needs no migration.
ALTER TABLE "ImportDraft" ALTER COLUMN "kind" DROP DEFAULT;
ALTER TABLE "ImportDraft" ALTER COLUMN "kind" TYPE TEXT USING "kind"::text;
ALTER TABLE "ImportDraft" ADD COLUMN     "choices" JSONB NOT NULL DEFAULT '{}';
DROP TYPE "ImportKind";
