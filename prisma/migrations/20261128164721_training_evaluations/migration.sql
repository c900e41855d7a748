-- CreateEnum
CREATE TYPE "ApplicationLevel" AS ENUM ('FULL', 'PARTIAL', 'NONE');

-- CreateTable
CREATE TABLE "TrainingApplication" (
    "meetingId" UUID NOT NULL,
    "summary" TEXT NOT NULL,
    "obstacles" TEXT,
    "followUp" TEXT,
    "assessor" TEXT NOT NULL,
    "assessedOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TrainingApplication_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "ParticipantApplication" (
    "invitationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "level" "ApplicationLevel" NOT NULL,
    "evidence" TEXT NOT NULL,
    "obstacle" TEXT,
    "support" TEXT,
    "assessor" TEXT NOT NULL,
    "assessedOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ParticipantApplication_pkey" PRIMARY KEY ("invitationId")
);

-- CreateTable
CREATE TABLE "TrainingOpinion" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "mostUseful" TEXT,
    "suggestion" TEXT,

    CONSTRAINT "TrainingOpinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingOpinionRating" (
    "opinionId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,

    CONSTRAINT "TrainingOpinionRating_pkey" PRIMARY KEY ("opinionId","question")
);

-- CreateTable
CREATE TABLE "TrainingOpinionSent" (
    "invitationId" UUID NOT NULL,

    CONSTRAINT "TrainingOpinionSent_pkey" PRIMARY KEY ("invitationId")
);

-- CreateTable
CREATE TABLE "Simulation" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "passShare" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Simulation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SimulationItem" (
    "id" UUID NOT NULL,
    "simulationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "points" INTEGER NOT NULL,

    CONSTRAINT "SimulationItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SimulationObservation" (
    "id" UUID NOT NULL,
    "simulationId" UUID NOT NULL,
    "invitationId" UUID NOT NULL,
    "observer" TEXT NOT NULL,
    "seconds" INTEGER,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SimulationObservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SimulationScore" (
    "observationId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "points" INTEGER NOT NULL,

    CONSTRAINT "SimulationScore_pkey" PRIMARY KEY ("observationId","itemId")
);

-- CreateIndex
CREATE INDEX "ParticipantApplication_meetingId_idx" ON "ParticipantApplication"("meetingId");

-- CreateIndex
CREATE INDEX "TrainingOpinion_meetingId_idx" ON "TrainingOpinion"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Simulation_meetingId_position_key" ON "Simulation"("meetingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "SimulationItem_simulationId_position_key" ON "SimulationItem"("simulationId", "position");

-- CreateIndex
CREATE INDEX "SimulationObservation_invitationId_idx" ON "SimulationObservation"("invitationId");

-- CreateIndex
CREATE UNIQUE INDEX "SimulationObservation_simulationId_invitationId_observer_key" ON "SimulationObservation"("simulationId", "invitationId", "observer");

-- CreateIndex
CREATE INDEX "SimulationScore_itemId_idx" ON "SimulationScore"("itemId");

-- AddForeignKey
ALTER TABLE "TrainingApplication" ADD CONSTRAINT "TrainingApplication_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Training"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParticipantApplication" ADD CONSTRAINT "ParticipantApplication_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "TrainingParticipant"("invitationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingOpinion" ADD CONSTRAINT "TrainingOpinion_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Training"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingOpinionRating" ADD CONSTRAINT "TrainingOpinionRating_opinionId_fkey" FOREIGN KEY ("opinionId") REFERENCES "TrainingOpinion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingOpinionSent" ADD CONSTRAINT "TrainingOpinionSent_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "TrainingParticipant"("invitationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Simulation" ADD CONSTRAINT "Simulation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Training"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SimulationItem" ADD CONSTRAINT "SimulationItem_simulationId_fkey" FOREIGN KEY ("simulationId") REFERENCES "Simulation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SimulationObservation" ADD CONSTRAINT "SimulationObservation_simulationId_fkey" FOREIGN KEY ("simulationId") REFERENCES "Simulation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SimulationObservation" ADD CONSTRAINT "SimulationObservation_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "TrainingParticipant"("invitationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SimulationScore" ADD CONSTRAINT "SimulationScore_observationId_fkey" FOREIGN KEY ("observationId") REFERENCES "SimulationObservation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SimulationScore" ADD CONSTRAINT "SimulationScore_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "SimulationItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "TrainingOpinionRating" ADD CONSTRAINT "TrainingOpinionRating_scale_check" CHECK (rating BETWEEN 1 AND 5);
ALTER TABLE "Simulation" ADD CONSTRAINT "Simulation_share_check" CHECK ("passShare" BETWEEN 0 AND 100);
ALTER TABLE "SimulationItem" ADD CONSTRAINT "SimulationItem_points_check" CHECK (points BETWEEN 1 AND 20);
ALTER TABLE "SimulationObservation" ADD CONSTRAINT "SimulationObservation_seconds_check" CHECK (seconds >= 0);
ALTER TABLE "SimulationScore" ADD CONSTRAINT "SimulationScore_points_check" CHECK (points >= 0);
