-- CreateEnum
CREATE TYPE "Profession" AS ENUM ('DOCTOR', 'DENTIST', 'NURSE', 'MIDWIFE', 'PUBLIC_HEALTH', 'ENVIRONMENTAL_HEALTH', 'LABORATORY', 'NUTRITION', 'PHARMACY', 'PHARMACIST', 'HEALTH_PROMOTION', 'DENTAL_NURSE', 'MEDICAL_RECORDS', 'PHYSIOTHERAPY', 'SPECIALIST', 'EPIDEMIOLOGY', 'ADMINISTRATION', 'OTHER');

-- CreateEnum
CREATE TYPE "EmploymentStatus" AS ENUM ('PNS', 'PPPK', 'CONTRACT', 'HONORARY', 'SPECIAL_ASSIGNMENT');

-- CreateEnum
CREATE TYPE "PlacementEnd" AS ENUM ('TERM_FINISHED', 'BECAME_PPPK', 'BECAME_PNS', 'MOVED', 'RESIGNED', 'RETIRED', 'DIED', 'OTHER');

-- CreateEnum
CREATE TYPE "LicenceKind" AS ENUM ('STR', 'SIP');

-- CreateEnum
CREATE TYPE "SessionForm" AS ENUM ('THEORY', 'SIMULATION', 'PRACTICE', 'EVALUATION', 'TEST');

-- CreateEnum
CREATE TYPE "PresenceStatus" AS ENUM ('PRESENT', 'ABSENT');

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nip" TEXT,
    "profession" "Profession" NOT NULL,
    "professionNote" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "bornOn" DATE,
    "organisationId" UUID,
    "tokenHash" TEXT,
    "tokenSealed" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffPlacement" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID,
    "status" "EmploymentStatus" NOT NULL,
    "position" TEXT,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "endReason" "PlacementEnd",
    "endNote" TEXT,
    "decreeNumber" TEXT,
    "assignedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StaffPlacement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffLicence" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "kind" "LicenceKind" NOT NULL,
    "number" TEXT NOT NULL,
    "expiresOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StaffLicence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Training" (
    "meetingId" UUID NOT NULL,
    "objectives" TEXT[],
    "requiredAttendance" INTEGER NOT NULL DEFAULT 80,
    "requiredScore" DECIMAL(5,2),
    "skpValue" DECIMAL(6,2),
    "skpNumber" TEXT,
    "skpIssuer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Training_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "TrainingSession" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "form" "SessionForm" NOT NULL,
    "topic" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "lessons" DECIMAL(5,2) NOT NULL,
    "room" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TrainingSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingSpeaker" (
    "sessionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "personId" UUID,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "institution" TEXT NOT NULL,

    CONSTRAINT "TrainingSpeaker_pkey" PRIMARY KEY ("sessionId","position")
);

-- CreateTable
CREATE TABLE "TrainingParticipant" (
    "invitationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "staffId" UUID,
    "profession" "Profession" NOT NULL,
    "organisationId" UUID,

    CONSTRAINT "TrainingParticipant_pkey" PRIMARY KEY ("invitationId")
);

-- CreateTable
CREATE TABLE "SessionPresence" (
    "sessionId" UUID NOT NULL,
    "attendanceId" UUID NOT NULL,
    "status" "PresenceStatus" NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3),
    "source" "AttendanceSource" NOT NULL,
    "markedById" UUID,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deviceAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SessionPresence_pkey" PRIMARY KEY ("sessionId","attendanceId")
);

-- CreateTable
CREATE TABLE "Competence" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "validMonths" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Competence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompetenceProfession" (
    "competenceId" UUID NOT NULL,
    "profession" "Profession" NOT NULL,
    "leastStaff" INTEGER,

    CONSTRAINT "CompetenceProfession_pkey" PRIMARY KEY ("competenceId","profession")
);

-- CreateTable
CREATE TABLE "TrainingCompetence" (
    "meetingId" UUID NOT NULL,
    "competenceId" UUID NOT NULL,

    CONSTRAINT "TrainingCompetence_pkey" PRIMARY KEY ("meetingId","competenceId")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_nip_key" ON "StaffMember"("nip");

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_tokenHash_key" ON "StaffMember"("tokenHash");

-- CreateIndex
CREATE INDEX "StaffMember_organisationId_profession_idx" ON "StaffMember"("organisationId", "profession");

-- CreateIndex
CREATE INDEX "StaffMember_name_idx" ON "StaffMember"("name");

-- CreateIndex
CREATE INDEX "StaffPlacement_staffId_idx" ON "StaffPlacement"("staffId");

-- CreateIndex
CREATE INDEX "StaffPlacement_organisationId_idx" ON "StaffPlacement"("organisationId");

-- CreateIndex
CREATE INDEX "StaffPlacement_personId_idx" ON "StaffPlacement"("personId");

-- CreateIndex
CREATE INDEX "StaffPlacement_assignedById_idx" ON "StaffPlacement"("assignedById");

-- CreateIndex
CREATE INDEX "StaffPlacement_status_endsOn_idx" ON "StaffPlacement"("status", "endsOn");

-- CreateIndex
CREATE INDEX "StaffLicence_staffId_idx" ON "StaffLicence"("staffId");

-- CreateIndex
CREATE INDEX "StaffLicence_expiresOn_idx" ON "StaffLicence"("expiresOn");

-- CreateIndex
CREATE UNIQUE INDEX "StaffLicence_kind_number_key" ON "StaffLicence"("kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingSession_meetingId_position_key" ON "TrainingSession"("meetingId", "position");

-- CreateIndex
CREATE INDEX "TrainingSpeaker_personId_idx" ON "TrainingSpeaker"("personId");

-- CreateIndex
CREATE INDEX "TrainingParticipant_staffId_idx" ON "TrainingParticipant"("staffId");

-- CreateIndex
CREATE INDEX "TrainingParticipant_organisationId_idx" ON "TrainingParticipant"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingParticipant_meetingId_staffId_key" ON "TrainingParticipant"("meetingId", "staffId");

-- CreateIndex
CREATE INDEX "SessionPresence_attendanceId_idx" ON "SessionPresence"("attendanceId");

-- CreateIndex
CREATE INDEX "SessionPresence_markedById_idx" ON "SessionPresence"("markedById");

-- CreateIndex
CREATE UNIQUE INDEX "Competence_organisationId_name_key" ON "Competence"("organisationId", "name");

-- CreateIndex
CREATE INDEX "TrainingCompetence_competenceId_idx" ON "TrainingCompetence"("competenceId");

-- AddForeignKey
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffPlacement" ADD CONSTRAINT "StaffPlacement_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffPlacement" ADD CONSTRAINT "StaffPlacement_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffPlacement" ADD CONSTRAINT "StaffPlacement_assignedById_fkey" FOREIGN KEY ("assignedById") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffPlacement" ADD CONSTRAINT "StaffPlacement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffLicence" ADD CONSTRAINT "StaffLicence_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Training" ADD CONSTRAINT "Training_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingSession" ADD CONSTRAINT "TrainingSession_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Training"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingSpeaker" ADD CONSTRAINT "TrainingSpeaker_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "TrainingSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingSpeaker" ADD CONSTRAINT "TrainingSpeaker_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingParticipant" ADD CONSTRAINT "TrainingParticipant_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Training"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingParticipant" ADD CONSTRAINT "TrainingParticipant_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingParticipant" ADD CONSTRAINT "TrainingParticipant_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingParticipant" ADD CONSTRAINT "TrainingParticipant_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionPresence" ADD CONSTRAINT "SessionPresence_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "TrainingSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionPresence" ADD CONSTRAINT "SessionPresence_attendanceId_fkey" FOREIGN KEY ("attendanceId") REFERENCES "Attendance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionPresence" ADD CONSTRAINT "SessionPresence_markedById_fkey" FOREIGN KEY ("markedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Competence" ADD CONSTRAINT "Competence_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompetenceProfession" ADD CONSTRAINT "CompetenceProfession_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingCompetence" ADD CONSTRAINT "TrainingCompetence_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Training"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingCompetence" ADD CONSTRAINT "TrainingCompetence_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Each kalakarya of before is a training without sessions.
INSERT INTO "Training" ("meetingId", "objectives") SELECT id, ARRAY[]::text[] FROM "Meeting" WHERE kind = 'KALAKARYA';

ALTER TABLE "Training" ADD CONSTRAINT "Training_rule_check" CHECK ("requiredAttendance" BETWEEN 0 AND 100 AND ("requiredScore" IS NULL OR "requiredScore" BETWEEN 0 AND 100));
ALTER TABLE "TrainingSession" ADD CONSTRAINT "TrainingSession_hours_check" CHECK ("endsAt" > "startsAt" AND "lessons" >= 0);
ALTER TABLE "StaffPlacement" ADD CONSTRAINT "StaffPlacement_days_check" CHECK ("endsOn" IS NULL OR "endsOn" >= "startsOn");
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_nip_check" CHECK (nip IS NULL OR nip ~ '^[0-9]{18}$');
