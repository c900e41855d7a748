-- CreateEnum
CREATE TYPE "ExpectationSide" AS ENUM ('MASUKAN', 'LUARAN');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('DIRECTORY', 'VALUES', 'PROGRESS');

-- CreateEnum
CREATE TYPE "IndicatorForm" AS ENUM ('COVERAGE', 'PERCENT', 'COUNT');

-- CreateEnum
CREATE TYPE "TargetSpread" AS ENUM ('TWELFTHS', 'FLAT', 'MONTHLY');

-- CreateEnum
CREATE TYPE "CauseGroup" AS ENUM ('MANUSIA', 'DANA', 'METODE', 'SARANA', 'LINGKUNGAN');

-- CreateEnum
CREATE TYPE "NoteSection" AS ENUM ('EVALUASI', 'CAPAIAN', 'PERMASALAHAN', 'HAMBATAN', 'TANYA_JAWAB', 'KEPUTUSAN', 'REKOMENDASI', 'LAINNYA');

-- CreateEnum
CREATE TYPE "ReviewOutcome" AS ENUM ('SELESAI', 'BERJALAN', 'DILANJUTKAN', 'DIESKALASI', 'DIBATALKAN');

-- CreateEnum
CREATE TYPE "EscalationOutcome" AS ENUM ('DITERIMA', 'DITINDAKLANJUTI', 'DIKEMBALIKAN');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MeetingKind" ADD VALUE 'PRA_LOKMIN';
ALTER TYPE "MeetingKind" ADD VALUE 'MINILOK_STUNTING';

-- AlterEnum
ALTER TYPE "MessageKind" ADD VALUE 'FOLLOW_UP';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "DocumentKind" ADD VALUE 'MEETING_PHOTO';
ALTER TYPE "DocumentKind" ADD VALUE 'PROGRESS_PHOTO';
ALTER TYPE "DocumentKind" ADD VALUE 'ESCALATION_LETTER';

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "notesRevision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "templateId" UUID,
ADD COLUMN     "typeKey" TEXT,
ADD COLUMN     "typeName" TEXT;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "answerId" UUID,
ADD COLUMN     "caption" TEXT,
ADD COLUMN     "reportId" UUID;

-- AlterTable
ALTER TABLE "ImportDraft" ADD COLUMN     "kind" "ImportKind" NOT NULL DEFAULT 'DIRECTORY';

-- AlterTable
ALTER TABLE "ActionItem" ADD COLUMN     "cause" TEXT,
ADD COLUMN     "problemId" UUID;

-- AlterTable
ALTER TABLE "ProgressReport" ADD COLUMN     "ownerLinkId" UUID;

-- CreateTable
CREATE TABLE "ReportCheck" (
    "reportId" UUID NOT NULL,
    "isAccepted" BOOLEAN NOT NULL,
    "note" TEXT,
    "checkedById" UUID,
    "checker" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportCheck_pkey" PRIMARY KEY ("reportId")
);

-- CreateTable
CREATE TABLE "ItemReview" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "outcome" "ReviewOutcome" NOT NULL,
    "percent" INTEGER NOT NULL,
    "note" TEXT,
    "previousDeadline" DATE,
    "newDeadline" DATE,
    "reason" TEXT,
    "reportId" UUID,
    "reviewedById" UUID,
    "reviewer" TEXT NOT NULL,
    "reviewedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ItemReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "dinkesId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "raisedById" UUID,
    "raiser" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EscalationAnswer" (
    "id" UUID NOT NULL,
    "escalationId" UUID NOT NULL,
    "outcome" "EscalationOutcome" NOT NULL,
    "text" TEXT NOT NULL,
    "letterNumber" TEXT,
    "letterDate" DATE,
    "contact" TEXT,
    "dueOn" DATE,
    "answeredById" UUID,
    "answerer" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EscalationAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnerLink" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "ownerKey" TEXT NOT NULL,
    "seatId" UUID,
    "userId" UUID,
    "name" TEXT,
    "title" TEXT,
    "institution" TEXT NOT NULL,
    "phone" TEXT,
    "tokenHash" TEXT NOT NULL,
    "tokenSealed" TEXT NOT NULL,
    "handedOutAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OwnerLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingType" (
    "organisationId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "name" TEXT NOT NULL,
    "isFirst" BOOLEAN NOT NULL DEFAULT false,
    "inputs" TEXT[],
    "outputs" TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "isHidden" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeetingType_pkey" PRIMARY KEY ("organisationId","key")
);

-- CreateTable
CREATE TABLE "MeetingExpectation" (
    "meetingId" UUID NOT NULL,
    "side" "ExpectationSide" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "isMet" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "metBy" TEXT,
    "metAt" TIMESTAMPTZ(3),

    CONSTRAINT "MeetingExpectation_pkey" PRIMARY KEY ("meetingId","side","position")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "organisationId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("organisationId","day")
);

-- CreateTable
CREATE TABLE "MeetingTemplate" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sourceId" UUID,
    "kind" "MeetingKind" NOT NULL,
    "typeKey" TEXT,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "content" JSONB NOT NULL,
    "createdById" UUID,
    "creator" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MeetingTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "definition" TEXT,
    "numerator" TEXT,
    "denominator" TEXT,
    "unit" TEXT NOT NULL,
    "topic" TEXT,
    "form" "IndicatorForm" NOT NULL,
    "isCumulative" BOOLEAN NOT NULL,
    "lowerIsBetter" BOOLEAN NOT NULL DEFAULT false,
    "spread" "TargetSpread" NOT NULL DEFAULT 'TWELFTHS',
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndicatorTarget" (
    "indicatorId" UUID NOT NULL,
    "puskesmasId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "target" DECIMAL(12,2) NOT NULL,
    "monthly" DECIMAL(12,2)[],

    CONSTRAINT "IndicatorTarget_pkey" PRIMARY KEY ("indicatorId","puskesmasId","year")
);

-- CreateTable
CREATE TABLE "IndicatorDenominator" (
    "puskesmasId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "IndicatorDenominator_pkey" PRIMARY KEY ("puskesmasId","year","indicatorId","villageCode")
);

-- CreateTable
CREATE TABLE "IndicatorValue" (
    "puskesmasId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "value" DECIMAL(12,2) NOT NULL,
    "denominator" INTEGER,

    CONSTRAINT "IndicatorValue_pkey" PRIMARY KEY ("puskesmasId","year","indicatorId","villageCode","month")
);

-- CreateTable
CREATE TABLE "Problem" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "puskesmasId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "indicatorId" UUID,
    "evidence" TEXT,
    "tieOrder" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProblemVillage" (
    "problemId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,

    CONSTRAINT "ProblemVillage_pkey" PRIMARY KEY ("problemId","villageCode")
);

-- CreateTable
CREATE TABLE "ProblemCause" (
    "id" UUID NOT NULL,
    "problemId" UUID NOT NULL,
    "group" "CauseGroup" NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ProblemCause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProblemScore" (
    "problemId" UUID NOT NULL,
    "scorerKey" TEXT NOT NULL,
    "scorer" TEXT NOT NULL,
    "urgency" INTEGER NOT NULL,
    "seriousness" INTEGER NOT NULL,
    "growth" INTEGER NOT NULL,
    "scoredById" UUID,
    "scoredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProblemScore_pkey" PRIMARY KEY ("problemId","scorerKey")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "section" "NoteSection" NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "text" TEXT NOT NULL,
    "asker" TEXT,
    "institution" TEXT,
    "answer" TEXT,
    "villageCode" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "actionItemId" UUID,
    "author" TEXT NOT NULL,
    "authorId" UUID,
    "editor" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoteVersion" (
    "noteId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "section" "NoteSection" NOT NULL,
    "text" TEXT NOT NULL,
    "asker" TEXT,
    "institution" TEXT,
    "answer" TEXT,
    "editor" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoteVersion_pkey" PRIMARY KEY ("noteId","version")
);

-- CreateTable
CREATE TABLE "EvidenceRule" (
    "organisationId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "ep" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "check" TEXT,
    "kinds" "MeetingKind"[],
    "isRequired" BOOLEAN NOT NULL DEFAULT true,
    "isHidden" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvidenceRule_pkey" PRIMARY KEY ("organisationId","key")
);

-- CreateTable
CREATE TABLE "MeetingEvidence" (
    "meetingId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "note" TEXT,
    "tickedBy" TEXT NOT NULL,
    "tickedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingEvidence_pkey" PRIMARY KEY ("meetingId","key")
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "approverId" UUID,
    "approver" TEXT NOT NULL,
    "position" TEXT,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checklist" JSONB NOT NULL,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reopening" (
    "approvalId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "reopenedById" UUID,
    "reopener" TEXT NOT NULL,
    "reopenedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reopening_pkey" PRIMARY KEY ("approvalId")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT,
    "submittedById" UUID,
    "submitter" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ItemReview_reportId_key" ON "ItemReview"("reportId");

-- CreateIndex
CREATE INDEX "ItemReview_meetingId_idx" ON "ItemReview"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "ItemReview_itemId_meetingId_key" ON "ItemReview"("itemId", "meetingId");

-- CreateIndex
CREATE INDEX "Escalation_itemId_idx" ON "Escalation"("itemId");

-- CreateIndex
CREATE INDEX "Escalation_dinkesId_closedAt_raisedAt_idx" ON "Escalation"("dinkesId", "closedAt", "raisedAt");

-- CreateIndex
CREATE INDEX "EscalationAnswer_escalationId_answeredAt_idx" ON "EscalationAnswer"("escalationId", "answeredAt");

-- CreateIndex
CREATE UNIQUE INDEX "OwnerLink_tokenHash_key" ON "OwnerLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OwnerLink_organisationId_ownerKey_idx" ON "OwnerLink"("organisationId", "ownerKey");

-- CreateIndex
CREATE INDEX "OwnerLink_seatId_idx" ON "OwnerLink"("seatId");

-- CreateIndex
CREATE INDEX "OwnerLink_userId_idx" ON "OwnerLink"("userId");

-- CreateIndex
CREATE INDEX "MeetingTemplate_sourceId_idx" ON "MeetingTemplate"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingTemplate_organisationId_name_key" ON "MeetingTemplate"("organisationId", "name");

-- CreateIndex
CREATE INDEX "Indicator_organisationId_position_idx" ON "Indicator"("organisationId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_organisationId_name_key" ON "Indicator"("organisationId", "name");

-- CreateIndex
CREATE INDEX "IndicatorTarget_puskesmasId_year_idx" ON "IndicatorTarget"("puskesmasId", "year");

-- CreateIndex
CREATE INDEX "IndicatorDenominator_indicatorId_idx" ON "IndicatorDenominator"("indicatorId");

-- CreateIndex
CREATE INDEX "IndicatorDenominator_villageCode_idx" ON "IndicatorDenominator"("villageCode");

-- CreateIndex
CREATE INDEX "IndicatorValue_indicatorId_idx" ON "IndicatorValue"("indicatorId");

-- CreateIndex
CREATE INDEX "IndicatorValue_villageCode_idx" ON "IndicatorValue"("villageCode");

-- CreateIndex
CREATE INDEX "Problem_indicatorId_idx" ON "Problem"("indicatorId");

-- CreateIndex
CREATE INDEX "Problem_puskesmasId_idx" ON "Problem"("puskesmasId");

-- CreateIndex
CREATE UNIQUE INDEX "Problem_meetingId_number_key" ON "Problem"("meetingId", "number");

-- CreateIndex
CREATE INDEX "ProblemVillage_villageCode_idx" ON "ProblemVillage"("villageCode");

-- CreateIndex
CREATE INDEX "ProblemCause_problemId_idx" ON "ProblemCause"("problemId");

-- CreateIndex
CREATE UNIQUE INDEX "Note_actionItemId_key" ON "Note"("actionItemId");

-- CreateIndex
CREATE INDEX "Note_meetingId_revision_idx" ON "Note"("meetingId", "revision");

-- CreateIndex
CREATE INDEX "Note_meetingId_section_position_idx" ON "Note"("meetingId", "section", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Approval_meetingId_number_key" ON "Approval"("meetingId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_meetingId_number_key" ON "Submission"("meetingId", "number");

-- CreateIndex
CREATE INDEX "Meeting_templateId_idx" ON "Meeting"("templateId");

-- CreateIndex
CREATE INDEX "Document_reportId_idx" ON "Document"("reportId");

-- CreateIndex
CREATE INDEX "Document_answerId_idx" ON "Document"("answerId");

-- CreateIndex
CREATE INDEX "ActionItem_problemId_idx" ON "ActionItem"("problemId");

-- CreateIndex
CREATE INDEX "ProgressReport_ownerLinkId_idx" ON "ProgressReport"("ownerLinkId");

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "MeetingTemplate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "ProgressReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "EscalationAnswer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "Problem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressReport" ADD CONSTRAINT "ProgressReport_ownerLinkId_fkey" FOREIGN KEY ("ownerLinkId") REFERENCES "OwnerLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCheck" ADD CONSTRAINT "ReportCheck_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "ProgressReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemReview" ADD CONSTRAINT "ItemReview_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemReview" ADD CONSTRAINT "ItemReview_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemReview" ADD CONSTRAINT "ItemReview_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "ProgressReport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_dinkesId_fkey" FOREIGN KEY ("dinkesId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationAnswer" ADD CONSTRAINT "EscalationAnswer_escalationId_fkey" FOREIGN KEY ("escalationId") REFERENCES "Escalation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerLink" ADD CONSTRAINT "OwnerLink_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerLink" ADD CONSTRAINT "OwnerLink_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerLink" ADD CONSTRAINT "OwnerLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingType" ADD CONSTRAINT "MeetingType_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingExpectation" ADD CONSTRAINT "MeetingExpectation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holiday" ADD CONSTRAINT "Holiday_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingTemplate" ADD CONSTRAINT "MeetingTemplate_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingTemplate" ADD CONSTRAINT "MeetingTemplate_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorTarget" ADD CONSTRAINT "IndicatorTarget_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorTarget" ADD CONSTRAINT "IndicatorTarget_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorDenominator" ADD CONSTRAINT "IndicatorDenominator_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorDenominator" ADD CONSTRAINT "IndicatorDenominator_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorDenominator" ADD CONSTRAINT "IndicatorDenominator_villageCode_fkey" FOREIGN KEY ("villageCode") REFERENCES "Area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorValue" ADD CONSTRAINT "IndicatorValue_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorValue" ADD CONSTRAINT "IndicatorValue_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorValue" ADD CONSTRAINT "IndicatorValue_villageCode_fkey" FOREIGN KEY ("villageCode") REFERENCES "Area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Problem" ADD CONSTRAINT "Problem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Problem" ADD CONSTRAINT "Problem_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Problem" ADD CONSTRAINT "Problem_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProblemVillage" ADD CONSTRAINT "ProblemVillage_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "Problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProblemVillage" ADD CONSTRAINT "ProblemVillage_villageCode_fkey" FOREIGN KEY ("villageCode") REFERENCES "Area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProblemCause" ADD CONSTRAINT "ProblemCause_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "Problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProblemScore" ADD CONSTRAINT "ProblemScore_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "Problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteVersion" ADD CONSTRAINT "NoteVersion_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceRule" ADD CONSTRAINT "EvidenceRule_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingEvidence" ADD CONSTRAINT "MeetingEvidence_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reopening" ADD CONSTRAINT "Reopening_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema's language cannot say.
CREATE UNIQUE INDEX "Escalation_open_key" ON "Escalation"("itemId") WHERE "closedAt" IS NULL;
CREATE UNIQUE INDEX "OwnerLink_live_key" ON "OwnerLink"("organisationId", "ownerKey") WHERE "revokedAt" IS NULL;
ALTER TABLE "ProblemScore" ADD CONSTRAINT "ProblemScore_range" CHECK (urgency BETWEEN 1 AND 5 AND seriousness BETWEEN 1 AND 5 AND growth BETWEEN 1 AND 5);
ALTER TABLE "IndicatorValue" ADD CONSTRAINT "IndicatorValue_range" CHECK (month BETWEEN 1 AND 12 AND value >= 0 AND (denominator IS NULL OR denominator >= 0));
ALTER TABLE "IndicatorDenominator" ADD CONSTRAINT "IndicatorDenominator_range" CHECK (value >= 0);
ALTER TABLE "IndicatorTarget" ADD CONSTRAINT "IndicatorTarget_range" CHECK (target >= 0 AND cardinality(monthly) IN (0, 12));
ALTER TABLE "ItemReview" ADD CONSTRAINT "ItemReview_percent" CHECK (percent BETWEEN 0 AND 100);
ALTER TABLE "ItemReview" ADD CONSTRAINT "ItemReview_continued" CHECK (outcome <> 'DILANJUTKAN' OR ("newDeadline" IS NOT NULL AND reason IS NOT NULL));
ALTER TABLE "EscalationAnswer" ADD CONSTRAINT "EscalationAnswer_letter" CHECK (outcome <> 'DITINDAKLANJUTI' OR ("letterNumber" IS NOT NULL AND "letterDate" IS NOT NULL));
