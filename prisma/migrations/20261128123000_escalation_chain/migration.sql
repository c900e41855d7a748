-- AlterEnum
ALTER TYPE "EscalationOutcome" ADD VALUE 'ANSWERED';

-- DropIndex
DROP INDEX "Escalation_dinkesId_closedAt_raisedAt_idx";

-- AlterTable
ALTER TABLE "Escalation" ADD COLUMN     "answerBy" DATE;
UPDATE "Escalation" e SET "answerBy" = (e."raisedAt" AT TIME ZONE o."timeZone")::date + 14
  FROM "Organisation" o WHERE o.id = e."dinkesId";
ALTER TABLE "Escalation" ALTER COLUMN "answerBy" SET NOT NULL;

-- AlterTable
ALTER TABLE "EscalationAnswer" ADD COLUMN     "forwardId" UUID;

-- CreateTable
CREATE TABLE "EscalationOffice" (
    "organisationId" UUID NOT NULL,
    "answerDays" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EscalationOffice_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "EscalationTakeover" (
    "id" UUID NOT NULL,
    "escalationId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID,
    "name" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EscalationTakeover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EscalationForward" (
    "id" UUID NOT NULL,
    "escalationId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID,
    "institution" TEXT NOT NULL,
    "contact" TEXT,
    "asked" TEXT NOT NULL,
    "answerBy" DATE NOT NULL,
    "forwardedById" UUID,
    "forwarder" TEXT NOT NULL,
    "forwardedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EscalationForward_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EscalationTakeover_escalationId_idx" ON "EscalationTakeover"("escalationId");

-- CreateIndex
CREATE INDEX "EscalationTakeover_userId_idx" ON "EscalationTakeover"("userId");

-- CreateIndex
CREATE INDEX "EscalationForward_escalationId_idx" ON "EscalationForward"("escalationId");

-- CreateIndex
CREATE INDEX "EscalationForward_toId_closedAt_answerBy_idx" ON "EscalationForward"("toId", "closedAt", "answerBy");

-- CreateIndex
CREATE INDEX "EscalationForward_fromId_closedAt_idx" ON "EscalationForward"("fromId", "closedAt");

-- CreateIndex
CREATE INDEX "Escalation_dinkesId_closedAt_answerBy_idx" ON "Escalation"("dinkesId", "closedAt", "answerBy");

-- CreateIndex
CREATE INDEX "EscalationAnswer_forwardId_idx" ON "EscalationAnswer"("forwardId");

-- AddForeignKey
ALTER TABLE "EscalationOffice" ADD CONSTRAINT "EscalationOffice_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationTakeover" ADD CONSTRAINT "EscalationTakeover_escalationId_fkey" FOREIGN KEY ("escalationId") REFERENCES "Escalation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationTakeover" ADD CONSTRAINT "EscalationTakeover_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationTakeover" ADD CONSTRAINT "EscalationTakeover_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationForward" ADD CONSTRAINT "EscalationForward_escalationId_fkey" FOREIGN KEY ("escalationId") REFERENCES "Escalation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationForward" ADD CONSTRAINT "EscalationForward_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationForward" ADD CONSTRAINT "EscalationForward_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationForward" ADD CONSTRAINT "EscalationForward_forwardedById_fkey" FOREIGN KEY ("forwardedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationAnswer" ADD CONSTRAINT "EscalationAnswer_forwardId_fkey" FOREIGN KEY ("forwardId") REFERENCES "EscalationForward"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One person of a level is in charge of an escalation, and one forward upward is open.
CREATE UNIQUE INDEX "EscalationTakeover_one_in_charge" ON "EscalationTakeover"("escalationId", "organisationId")
  WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "EscalationForward_one_upward" ON "EscalationForward"("escalationId", "fromId")
  WHERE "closedAt" IS NULL AND "toId" IS NOT NULL;

ALTER TABLE "EscalationForward" ADD CONSTRAINT "EscalationForward_not_to_itself" CHECK ("toId" <> "fromId");
ALTER TABLE "EscalationOffice" ADD CONSTRAINT "EscalationOffice_days" CHECK ("answerDays" BETWEEN 1 AND 365);
