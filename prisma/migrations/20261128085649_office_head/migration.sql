-- AlterTable
ALTER TABLE "Approval" ADD COLUMN     "head" JSONB;

-- AlterTable
ALTER TABLE "SeatHolder" ADD COLUMN     "nip" TEXT,
ADD COLUMN     "rank" TEXT;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "headSeatId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_headSeatId_key" ON "Organisation"("headSeatId");

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_headSeatId_fkey" FOREIGN KEY ("headSeatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The seat under the office's own name is the head's; every other one is proposed on the settings page.
UPDATE "Organisation" o SET "headSeatId" = s.id
FROM "Seat" s
WHERE o.kind = 'PUSKESMAS' AND s."organisationId" = o.id AND s."archivedAt" IS NULL AND s.ordinal = 1 AND s."villageCode" IS NULL
  AND lower(s.title) = 'kepala puskesmas' AND lower(s.institution) = lower(o.name);
