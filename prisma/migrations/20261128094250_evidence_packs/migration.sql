-- CreateEnum
CREATE TYPE "EvidencePartKind" AS ENUM ('INDEX_PDF', 'INDEX_HTML', 'PAPER', 'FILE', 'MERGED');

-- CreateEnum
CREATE TYPE "EvidencePartState" AS ENUM ('WAITING', 'MADE', 'FAILED');

-- AlterEnum
ALTER TYPE "DocumentKind" ADD VALUE 'EVIDENCE_PART';

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "evidencePartId" UUID;

-- CreateTable
CREATE TABLE "EvidencePack" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "requester" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "EvidencePack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidencePart" (
    "id" UUID NOT NULL,
    "packId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "ep" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "EvidencePartKind" NOT NULL,
    "slug" TEXT,
    "subjectId" TEXT,
    "meetingId" UUID,
    "state" "EvidencePartState" NOT NULL DEFAULT 'WAITING',
    "reason" TEXT,
    "fileId" UUID,

    CONSTRAINT "EvidencePart_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EvidencePack_organisationId_year_createdAt_idx" ON "EvidencePack"("organisationId", "year", "createdAt");

-- CreateIndex
CREATE INDEX "EvidencePart_meetingId_idx" ON "EvidencePart"("meetingId");

-- CreateIndex
CREATE INDEX "EvidencePart_fileId_idx" ON "EvidencePart"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "EvidencePart_packId_position_key" ON "EvidencePart"("packId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "EvidencePart_packId_path_key" ON "EvidencePart"("packId", "path");

-- CreateIndex
CREATE UNIQUE INDEX "Document_evidencePartId_key" ON "Document"("evidencePartId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_evidencePartId_fkey" FOREIGN KEY ("evidencePartId") REFERENCES "EvidencePart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidencePack" ADD CONSTRAINT "EvidencePack_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidencePart" ADD CONSTRAINT "EvidencePart_packId_fkey" FOREIGN KEY ("packId") REFERENCES "EvidencePack"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidencePart" ADD CONSTRAINT "EvidencePart_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidencePart" ADD CONSTRAINT "EvidencePart_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Document" DROP CONSTRAINT "Document_one_owner";
ALTER TABLE "Document" ADD CONSTRAINT "Document_one_owner" CHECK (
  num_nonnulls("organisationId", "meetingId", "invitationId", "attendanceId", "reportId", "answerId", "letterheadId", "wordFormId", "issuedPaperId", "signedCopyId", "evidencePartId") = 1
);

-- One at a time is made of a year.
CREATE UNIQUE INDEX "EvidencePack_one_in_making" ON "EvidencePack"("organisationId", "year")
  WHERE "finishedAt" IS NULL AND "failedAt" IS NULL;

ALTER TABLE "EvidencePart" ADD CONSTRAINT "EvidencePart_paper" CHECK (
  num_nonnulls("slug", "subjectId") = CASE WHEN kind IN ('PAPER', 'INDEX_PDF') THEN 2 ELSE 0 END
);
