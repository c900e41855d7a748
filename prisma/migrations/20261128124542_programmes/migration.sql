-- CreateEnum
CREATE TYPE "ChecklistForm" AS ENUM ('YES_NO', 'SCORE');

-- CreateEnum
CREATE TYPE "ChecklistAnswer" AS ENUM ('YES', 'PARTLY', 'NO', 'NOT_APPLICABLE');

-- AlterEnum
ALTER TYPE "MeetingKind" ADD VALUE 'COACHING_VISIT';

-- AlterTable
ALTER TABLE "Problem" ADD COLUMN     "owner" TEXT,
ADD COLUMN     "topic" TEXT;

-- CreateTable
CREATE TABLE "Programme" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "topics" TEXT[],
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "visitsPerWeek" INTEGER NOT NULL,
    "teamSize" INTEGER NOT NULL,
    "startClock" TEXT NOT NULL,
    "endClock" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "closedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeIndicator" (
    "programmeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "indicatorId" UUID,
    "name" TEXT NOT NULL,
    "baseline" DECIMAL(14,2),
    "target" DECIMAL(14,2),
    "unit" TEXT,

    CONSTRAINT "ProgrammeIndicator_pkey" PRIMARY KEY ("programmeId","position")
);

-- CreateTable
CREATE TABLE "ProgrammeMember" (
    "programmeId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "isVisited" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "ProgrammeMember_pkey" PRIMARY KEY ("programmeId","organisationId")
);

-- CreateTable
CREATE TABLE "ProgrammeFacilitator" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "daysOff" DATE[],
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProgrammeFacilitator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeQuestion" (
    "programmeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "section" TEXT,
    "text" TEXT NOT NULL,
    "form" "ChecklistForm" NOT NULL,
    "maxScore" INTEGER,

    CONSTRAINT "ProgrammeQuestion_pkey" PRIMARY KEY ("programmeId","position")
);

-- CreateTable
CREATE TABLE "ProgrammeVisit" (
    "meetingId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProgrammeVisit_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "VisitFacilitator" (
    "meetingId" UUID NOT NULL,
    "facilitatorId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "institution" TEXT NOT NULL,

    CONSTRAINT "VisitFacilitator_pkey" PRIMARY KEY ("meetingId","facilitatorId")
);

-- CreateTable
CREATE TABLE "VisitQuestion" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "section" TEXT,
    "text" TEXT NOT NULL,
    "form" "ChecklistForm" NOT NULL,
    "maxScore" INTEGER,
    "answer" "ChecklistAnswer",
    "score" INTEGER,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "VisitQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Programme_organisationId_startsOn_idx" ON "Programme"("organisationId", "startsOn");

-- CreateIndex
CREATE INDEX "Programme_createdById_idx" ON "Programme"("createdById");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_organisationId_name_key" ON "Programme"("organisationId", "name");

-- CreateIndex
CREATE INDEX "ProgrammeIndicator_indicatorId_idx" ON "ProgrammeIndicator"("indicatorId");

-- CreateIndex
CREATE INDEX "ProgrammeMember_organisationId_idx" ON "ProgrammeMember"("organisationId");

-- CreateIndex
CREATE INDEX "ProgrammeFacilitator_personId_idx" ON "ProgrammeFacilitator"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammeFacilitator_programmeId_personId_key" ON "ProgrammeFacilitator"("programmeId", "personId");

-- CreateIndex
CREATE INDEX "ProgrammeVisit_programmeId_organisationId_idx" ON "ProgrammeVisit"("programmeId", "organisationId");

-- CreateIndex
CREATE INDEX "ProgrammeVisit_organisationId_idx" ON "ProgrammeVisit"("organisationId");

-- CreateIndex
CREATE INDEX "VisitFacilitator_facilitatorId_idx" ON "VisitFacilitator"("facilitatorId");

-- CreateIndex
CREATE UNIQUE INDEX "VisitQuestion_meetingId_position_key" ON "VisitQuestion"("meetingId", "position");

-- AddForeignKey
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeIndicator" ADD CONSTRAINT "ProgrammeIndicator_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeIndicator" ADD CONSTRAINT "ProgrammeIndicator_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeMember" ADD CONSTRAINT "ProgrammeMember_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeMember" ADD CONSTRAINT "ProgrammeMember_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeFacilitator" ADD CONSTRAINT "ProgrammeFacilitator_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeFacilitator" ADD CONSTRAINT "ProgrammeFacilitator_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeQuestion" ADD CONSTRAINT "ProgrammeQuestion_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeVisit" ADD CONSTRAINT "ProgrammeVisit_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeVisit" ADD CONSTRAINT "ProgrammeVisit_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeVisit" ADD CONSTRAINT "ProgrammeVisit_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitFacilitator" ADD CONSTRAINT "VisitFacilitator_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "ProgrammeVisit"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitFacilitator" ADD CONSTRAINT "VisitFacilitator_facilitatorId_fkey" FOREIGN KEY ("facilitatorId") REFERENCES "ProgrammeFacilitator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitQuestion" ADD CONSTRAINT "VisitQuestion_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "ProgrammeVisit"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;
