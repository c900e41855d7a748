-- AlterTable
ALTER TABLE "StaffMember" ADD COLUMN     "lastOrganisationId" UUID;

-- CreateTable
CREATE TABLE "StaffMove" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "status" "EmploymentStatus" NOT NULL,
    "position" TEXT,
    "note" TEXT,
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "isConfirmed" BOOLEAN,
    "decisionNote" TEXT,

    CONSTRAINT "StaffMove_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StaffMove_staffId_idx" ON "StaffMove"("staffId");

-- CreateIndex
CREATE INDEX "StaffMove_fromId_idx" ON "StaffMove"("fromId");

-- CreateIndex
CREATE INDEX "StaffMove_toId_idx" ON "StaffMove"("toId");

-- CreateIndex
CREATE INDEX "StaffMember_lastOrganisationId_idx" ON "StaffMember"("lastOrganisationId");

-- AddForeignKey
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_lastOrganisationId_fkey" FOREIGN KEY ("lastOrganisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffMove" ADD CONSTRAINT "StaffMove_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffMove" ADD CONSTRAINT "StaffMove_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffMove" ADD CONSTRAINT "StaffMove_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One move at a time waits for each person.
CREATE UNIQUE INDEX "StaffMove_waiting_key" ON "StaffMove"("staffId") WHERE "decidedAt" IS NULL;
