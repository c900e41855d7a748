-- DropIndex
DROP INDEX "Attendance_meetingId_personKey_key";

-- AlterTable
ALTER TABLE "Attendance" DROP COLUMN "personKey",
ADD COLUMN     "personId" UUID;

-- AlterTable
ALTER TABLE "Answer" ADD COLUMN     "delegatePersonId" UUID;

-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "askerPersonId" UUID;

-- CreateTable
CREATE TABLE "Scorer" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "userId" UUID,
    "personId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Scorer_pkey" PRIMARY KEY ("id")
);

-- Who gave scores was told apart by account, or by the letters of a typed name, within one meeting: each is a row now.
ALTER TABLE "Scorer" ADD COLUMN "key" TEXT;
INSERT INTO "Scorer" (id, "meetingId", name, "userId", "personId", "createdAt", "key")
SELECT gen_random_uuid(), g."meetingId", g.name, u.id, u."personId", g.first, g."scorerKey"
FROM (
  SELECT p."meetingId", s."scorerKey", (array_agg(s.scorer ORDER BY s."scoredAt" DESC))[1] AS name, min(s."scoredAt") AS first
  FROM "ProblemScore" s JOIN "Problem" p ON p.id = s."problemId" GROUP BY 1, 2
) g LEFT JOIN "User" u ON g."scorerKey" = 'akun:' || u.id;
ALTER TABLE "ProblemScore" ADD COLUMN "scorerId" UUID;
UPDATE "ProblemScore" s SET "scorerId" = r.id
FROM "Problem" p JOIN "Scorer" r ON r."meetingId" = p."meetingId"
WHERE p.id = s."problemId" AND r."key" = s."scorerKey";
ALTER TABLE "Scorer" DROP COLUMN "key";
ALTER TABLE "ProblemScore" DROP CONSTRAINT "ProblemScore_pkey",
DROP COLUMN "scorer",
DROP COLUMN "scorerKey",
ALTER COLUMN "scorerId" SET NOT NULL,
ADD CONSTRAINT "ProblemScore_pkey" PRIMARY KEY ("problemId", "scorerId");

-- CreateIndex
CREATE INDEX "Scorer_personId_idx" ON "Scorer"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Scorer_meetingId_userId_key" ON "Scorer"("meetingId", "userId");

-- CreateIndex
CREATE INDEX "Attendance_meetingId_idx" ON "Attendance"("meetingId");

-- CreateIndex
CREATE INDEX "Attendance_personId_idx" ON "Attendance"("personId");

-- CreateIndex
CREATE INDEX "Answer_delegatePersonId_idx" ON "Answer"("delegatePersonId");

-- CreateIndex
CREATE INDEX "Note_askerPersonId_idx" ON "Note"("askerPersonId");

-- CreateIndex
CREATE INDEX "ProblemScore_scorerId_idx" ON "ProblemScore"("scorerId");

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_delegatePersonId_fkey" FOREIGN KEY ("delegatePersonId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_askerPersonId_fkey" FOREIGN KEY ("askerPersonId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProblemScore" ADD CONSTRAINT "ProblemScore_scorerId_fkey" FOREIGN KEY ("scorerId") REFERENCES "Scorer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scorer" ADD CONSTRAINT "Scorer_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scorer" ADD CONSTRAINT "Scorer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scorer" ADD CONSTRAINT "Scorer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
