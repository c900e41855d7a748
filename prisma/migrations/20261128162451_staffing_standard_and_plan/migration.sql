-- CreateTable
CREATE TABLE "StaffingStandard" (
    "organisationId" UUID NOT NULL,
    "profession" "Profession" NOT NULL,
    "least" INTEGER NOT NULL,

    CONSTRAINT "StaffingStandard_pkey" PRIMARY KEY ("organisationId","profession")
);

-- CreateTable
CREATE TABLE "PlannedTraining" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER,
    "title" TEXT NOT NULL,
    "competenceId" UUID,
    "participants" INTEGER NOT NULL,
    "meetingId" UUID,
    "cancelledReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PlannedTraining_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PlannedTraining_meetingId_key" ON "PlannedTraining"("meetingId");

-- CreateIndex
CREATE INDEX "PlannedTraining_organisationId_year_idx" ON "PlannedTraining"("organisationId", "year");

-- CreateIndex
CREATE INDEX "PlannedTraining_competenceId_idx" ON "PlannedTraining"("competenceId");

-- AddForeignKey
ALTER TABLE "StaffingStandard" ADD CONSTRAINT "StaffingStandard_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlannedTraining" ADD CONSTRAINT "PlannedTraining_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlannedTraining" ADD CONSTRAINT "PlannedTraining_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlannedTraining" ADD CONSTRAINT "PlannedTraining_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Training"("meetingId") ON DELETE SET NULL ON UPDATE CASCADE;

-- Zero: the profession is not asked for.
ALTER TABLE "StaffingStandard" ADD CONSTRAINT "StaffingStandard_least_check" CHECK (least BETWEEN 0 AND 999);
ALTER TABLE "PlannedTraining" ADD CONSTRAINT "PlannedTraining_month_check" CHECK (month BETWEEN 1 AND 12);
ALTER TABLE "PlannedTraining" ADD CONSTRAINT "PlannedTraining_participants_check" CHECK (participants BETWEEN 1 AND 100000);
