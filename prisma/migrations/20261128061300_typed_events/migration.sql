-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "runningItem" INTEGER,
ADD COLUMN     "runningSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "action" TEXT,
ADD COLUMN     "data" JSONB,
ADD COLUMN     "subjectId" TEXT,
ADD COLUMN     "subjectType" TEXT,
ALTER COLUMN "verb" DROP NOT NULL,
ALTER COLUMN "subject" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "Event_meetingId_action_id_idx" ON "Event"("meetingId", "action", "id");

-- An event has a kind of its own, or keeps the words it was written with.
ALTER TABLE "Event" ADD CONSTRAINT "Event_told_check" CHECK ("action" IS NOT NULL OR "verb" IS NOT NULL);

-- What the calendar asked the events for.
UPDATE "Meeting" m SET "changedAt" = coalesce(
  (SELECT max(e.at) FROM "Event" e WHERE e."meetingId" = m.id AND e.verb IN ('menyusun', 'mengubah',
    'mengubah waktu atau tempat', 'menjadwalkan', 'memulai', 'menutup', 'membuka kembali', 'menunda', 'membatalkan')),
  m."createdAt"
);

-- The item of the agenda that was last begun, where the agenda still has it in its place.
UPDATE "Meeting" m SET "runningItem" = l.position, "runningSince" = e.at
FROM (
  SELECT DISTINCT ON ("meetingId") "meetingId", at, subject, detail ->> 'butir' AS item
  FROM "Event" WHERE verb = 'memulai butir acara' AND "meetingId" IS NOT NULL ORDER BY "meetingId", id DESC
) e
JOIN "AgendaLine" l ON l."meetingId" = e."meetingId" AND l.position::text = e.item AND l.topic = e.subject
WHERE m.id = e."meetingId";
