-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('ACCEPTED', 'ACCEPTED_WITH_NOTES', 'RETURNED');

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "content" JSONB,
ADD COLUMN     "dinkesId" UUID,
ADD COLUMN     "settledAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "IssuedPaper" ADD COLUMN     "feedbackId" UUID;

-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "feedbackId" UUID;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "answersId" UUID,
ADD COLUMN     "feedbackId" UUID,
ADD COLUMN     "submissionId" UUID;

-- CreateTable
CREATE TABLE "CommentClosing" (
    "commentId" UUID NOT NULL,
    "closedById" UUID,
    "closer" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommentClosing_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "SubmissionReview" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "text" TEXT,
    "reviewerId" UUID,
    "reviewer" TEXT NOT NULL,
    "reviewedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "feedbackId" UUID,

    CONSTRAINT "SubmissionReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MonthlyFeedback" (
    "id" UUID NOT NULL,
    "dinkesId" UUID NOT NULL,
    "puskesmasId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "remarks" TEXT,
    "creator" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "MonthlyFeedback_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionReview_submissionId_key" ON "SubmissionReview"("submissionId");

-- CreateIndex
CREATE INDEX "SubmissionReview_feedbackId_idx" ON "SubmissionReview"("feedbackId");

-- CreateIndex
CREATE INDEX "MonthlyFeedback_puskesmasId_year_month_idx" ON "MonthlyFeedback"("puskesmasId", "year", "month");

-- CreateIndex
CREATE UNIQUE INDEX "MonthlyFeedback_dinkesId_puskesmasId_year_month_key" ON "MonthlyFeedback"("dinkesId", "puskesmasId", "year", "month");

-- CreateIndex
CREATE INDEX "Submission_dinkesId_submittedAt_idx" ON "Submission"("dinkesId", "submittedAt");

-- CreateIndex
CREATE INDEX "IssuedPaper_feedbackId_idx" ON "IssuedPaper"("feedbackId");

-- CreateIndex
CREATE INDEX "Letter_feedbackId_paperKind_idx" ON "Letter"("feedbackId", "paperKind");

-- CreateIndex
CREATE INDEX "Comment_answersId_idx" ON "Comment"("answersId");

-- CreateIndex
CREATE INDEX "Comment_submissionId_idx" ON "Comment"("submissionId");

-- CreateIndex
CREATE INDEX "Comment_feedbackId_idx" ON "Comment"("feedbackId");

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_dinkesId_fkey" FOREIGN KEY ("dinkesId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedPaper" ADD CONSTRAINT "IssuedPaper_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "MonthlyFeedback"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "MonthlyFeedback"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_answersId_fkey" FOREIGN KEY ("answersId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "MonthlyFeedback"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentClosing" ADD CONSTRAINT "CommentClosing_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentClosing" ADD CONSTRAINT "CommentClosing_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionReview" ADD CONSTRAINT "SubmissionReview_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionReview" ADD CONSTRAINT "SubmissionReview_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionReview" ADD CONSTRAINT "SubmissionReview_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "MonthlyFeedback"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonthlyFeedback" ADD CONSTRAINT "MonthlyFeedback_dinkesId_fkey" FOREIGN KEY ("dinkesId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonthlyFeedback" ADD CONSTRAINT "MonthlyFeedback_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SubmissionReview" ADD CONSTRAINT "SubmissionReview_text" CHECK (("decision" = 'ACCEPTED') = ("text" IS NULL));
ALTER TABLE "MonthlyFeedback" ADD CONSTRAINT "MonthlyFeedback_month" CHECK ("month" BETWEEN 1 AND 12);

-- Reports of before were sent to the Dinkes of their host. What they said then is not known.
UPDATE "Submission" s SET "dinkesId" = o."parentId"
FROM "Meeting" m JOIN "Organisation" o ON o.id = m."hostId" WHERE m.id = s."meetingId";

-- Of a meeting its last report waits, where it is of an approval that holds and of the last 90 days: a Dinkes does not
-- begin with the reports of all years.
UPDATE "Submission" s SET "settledAt" = s."submittedAt"
WHERE s."dinkesId" IS NULL
  OR s."submittedAt" < CURRENT_TIMESTAMP - INTERVAL '90 days'
  OR EXISTS (SELECT 1 FROM "Submission" n WHERE n."meetingId" = s."meetingId" AND n.number > s.number)
  OR NOT EXISTS (
    SELECT 1 FROM "Approval" a WHERE a."meetingId" = s."meetingId" AND a."approvedAt" <= s."submittedAt"
      AND NOT EXISTS (SELECT 1 FROM "Reopening" r WHERE r."approvalId" = a.id));

CREATE UNIQUE INDEX "Submission_waiting" ON "Submission"("meetingId") WHERE "settledAt" IS NULL;
CREATE INDEX "Submission_queue" ON "Submission"("dinkesId", "submittedAt", "id") WHERE "settledAt" IS NULL;
