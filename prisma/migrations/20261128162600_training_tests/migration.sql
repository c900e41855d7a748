-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('SINGLE', 'MULTIPLE', 'TRUE_FALSE', 'ORDER', 'SHORT_TEXT');

-- CreateEnum
CREATE TYPE "TestKind" AS ENUM ('PRE', 'POST');

-- AlterEnum
ALTER TYPE "DocumentKind" ADD VALUE 'QUESTION_PICTURE';

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "bankQuestionId" UUID;

-- CreateTable
CREATE TABLE "BankQuestion" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "kind" "QuestionKind" NOT NULL,
    "text" TEXT NOT NULL,
    "options" TEXT[],
    "correct" INTEGER[],
    "accepted" TEXT[],
    "points" INTEGER NOT NULL DEFAULT 1,
    "pictureId" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BankQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingTest" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "kind" "TestKind" NOT NULL,
    "minutes" INTEGER,
    "publishedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TrainingTest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestQuestion" (
    "id" UUID NOT NULL,
    "testId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bankQuestionId" UUID,
    "kind" "QuestionKind" NOT NULL,
    "text" TEXT NOT NULL,
    "options" TEXT[],
    "correct" INTEGER[],
    "accepted" TEXT[],
    "points" INTEGER NOT NULL,
    "pictureId" UUID,

    CONSTRAINT "TestQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestResult" (
    "testId" UUID NOT NULL,
    "invitationId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),
    "reopenedAt" TIMESTAMPTZ(3),
    "handedInAt" TIMESTAMPTZ(3),
    "typedScore" DECIMAL(5,2),
    "typedBy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TestResult_pkey" PRIMARY KEY ("testId","invitationId")
);

-- CreateTable
CREATE TABLE "TestAnswer" (
    "testId" UUID NOT NULL,
    "invitationId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "chosen" INTEGER[],
    "text" TEXT,
    "savedAt" TIMESTAMPTZ(3),
    "lateChosen" INTEGER[],
    "lateText" TEXT,
    "lateAt" TIMESTAMPTZ(3),
    "isRight" BOOLEAN,
    "markedBy" TEXT,

    CONSTRAINT "TestAnswer_pkey" PRIMARY KEY ("questionId","invitationId")
);

-- CreateIndex
CREATE UNIQUE INDEX "BankQuestion_pictureId_key" ON "BankQuestion"("pictureId");

-- CreateIndex
CREATE INDEX "BankQuestion_organisationId_topic_idx" ON "BankQuestion"("organisationId", "topic");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingTest_meetingId_kind_key" ON "TrainingTest"("meetingId", "kind");

-- CreateIndex
CREATE INDEX "TestQuestion_testId_position_idx" ON "TestQuestion"("testId", "position");

-- CreateIndex
CREATE INDEX "TestQuestion_bankQuestionId_idx" ON "TestQuestion"("bankQuestionId");

-- CreateIndex
CREATE INDEX "TestQuestion_pictureId_idx" ON "TestQuestion"("pictureId");

-- CreateIndex
CREATE INDEX "TestResult_invitationId_idx" ON "TestResult"("invitationId");

-- CreateIndex
CREATE INDEX "TestAnswer_testId_invitationId_idx" ON "TestAnswer"("testId", "invitationId");

-- CreateIndex
CREATE INDEX "Document_bankQuestionId_idx" ON "Document"("bankQuestionId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_bankQuestionId_fkey" FOREIGN KEY ("bankQuestionId") REFERENCES "BankQuestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankQuestion" ADD CONSTRAINT "BankQuestion_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankQuestion" ADD CONSTRAINT "BankQuestion_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingTest" ADD CONSTRAINT "TrainingTest_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Training"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestQuestion" ADD CONSTRAINT "TestQuestion_testId_fkey" FOREIGN KEY ("testId") REFERENCES "TrainingTest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestQuestion" ADD CONSTRAINT "TestQuestion_bankQuestionId_fkey" FOREIGN KEY ("bankQuestionId") REFERENCES "BankQuestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestQuestion" ADD CONSTRAINT "TestQuestion_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestResult" ADD CONSTRAINT "TestResult_testId_fkey" FOREIGN KEY ("testId") REFERENCES "TrainingTest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestResult" ADD CONSTRAINT "TestResult_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "TrainingParticipant"("invitationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestAnswer" ADD CONSTRAINT "TestAnswer_testId_invitationId_fkey" FOREIGN KEY ("testId", "invitationId") REFERENCES "TestResult"("testId", "invitationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestAnswer" ADD CONSTRAINT "TestAnswer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "TestQuestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Document" DROP CONSTRAINT "Document_one_owner";
ALTER TABLE "Document" ADD CONSTRAINT "Document_one_owner" CHECK (
  num_nonnulls("organisationId", "meetingId", "invitationId", "attendanceId", "reportId", "answerId", "letterheadId", "wordFormId", "issuedPaperId", "signedCopyId", "evidencePartId", "outsideCertificateId", "bankQuestionId") = 1
);

ALTER TABLE "TestResult" ADD CONSTRAINT "TestResult_score" CHECK ("typedScore" BETWEEN 0 AND 100);
ALTER TABLE "BankQuestion" ADD CONSTRAINT "BankQuestion_points" CHECK (points BETWEEN 1 AND 100);
