-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('WAITING', 'SENDING', 'ACCEPTED', 'FAILED', 'GIVEN_UP', 'UNCERTAIN');

-- AlterTable
ALTER TABLE "EmailDelivery" ADD COLUMN     "jobId" UUID,
ADD COLUMN     "state" "DeliveryState" NOT NULL DEFAULT 'WAITING';

-- What was begun and never said to be done may have gone out.
UPDATE "EmailDelivery" SET state = CASE
  WHEN error IS NULL THEN 'ACCEPTED'
  WHEN error LIKE 'Belum selesai dikirim%' THEN 'UNCERTAIN'
  ELSE 'FAILED' END::"DeliveryState";

-- One message of a kind is under way to an invitee.
CREATE UNIQUE INDEX "EmailDelivery_under_way_key" ON "EmailDelivery"("invitationId", kind) WHERE state IN ('WAITING', 'SENDING');

-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "organisationId" UUID,
    "userId" UUID,
    "requester" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "subject" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "finishedAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Job_organisationId_createdAt_idx" ON "Job"("organisationId", "createdAt");

-- CreateIndex
CREATE INDEX "Job_userId_idx" ON "Job"("userId");

-- CreateIndex
CREATE INDEX "EmailDelivery_jobId_state_idx" ON "EmailDelivery"("jobId", "state");

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailDelivery" ADD CONSTRAINT "EmailDelivery_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE SET NULL ON UPDATE CASCADE;
