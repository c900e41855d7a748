-- AlterEnum
ALTER TYPE "DocumentKind" ADD VALUE 'ISSUED_PAPER';

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "issuedPaperId" UUID;

-- CreateTable
CREATE TABLE "IssuedPaper" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "meetingId" UUID,
    "escalationId" UUID,
    "options" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "number" TEXT,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "creator" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IssuedPaper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "IssuedPaper_code_key" ON "IssuedPaper"("code");

-- CreateIndex
CREATE INDEX "IssuedPaper_kind_subjectId_idx" ON "IssuedPaper"("kind", "subjectId");

-- CreateIndex
CREATE INDEX "IssuedPaper_meetingId_idx" ON "IssuedPaper"("meetingId");

-- CreateIndex
CREATE INDEX "IssuedPaper_escalationId_idx" ON "IssuedPaper"("escalationId");

-- CreateIndex
CREATE UNIQUE INDEX "IssuedPaper_organisationId_contentHash_key" ON "IssuedPaper"("organisationId", "contentHash");

-- CreateIndex
CREATE UNIQUE INDEX "Document_issuedPaperId_key" ON "Document"("issuedPaperId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_issuedPaperId_fkey" FOREIGN KEY ("issuedPaperId") REFERENCES "IssuedPaper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedPaper" ADD CONSTRAINT "IssuedPaper_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedPaper" ADD CONSTRAINT "IssuedPaper_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedPaper" ADD CONSTRAINT "IssuedPaper_escalationId_fkey" FOREIGN KEY ("escalationId") REFERENCES "Escalation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A file belongs to exactly one thing.
ALTER TABLE "Document" DROP CONSTRAINT "Document_one_owner";
ALTER TABLE "Document" ADD CONSTRAINT "Document_one_owner" CHECK (
  num_nonnulls("organisationId", "meetingId", "invitationId", "attendanceId", "reportId", "answerId", "letterheadId", "wordFormId", "issuedPaperId") = 1
);
