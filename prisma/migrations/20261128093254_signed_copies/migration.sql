-- AlterEnum
ALTER TYPE "DocumentKind" ADD VALUE 'SIGNED_COPY';

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "signedCopyId" UUID;

-- CreateTable
CREATE TABLE "SignedCopy" (
    "id" UUID NOT NULL,
    "paperKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "meetingId" UUID,
    "revision" INTEGER NOT NULL,
    "signatures" INTEGER NOT NULL DEFAULT 0,
    "isLast" BOOLEAN NOT NULL DEFAULT false,
    "issuedCode" TEXT,
    "issuedAt" TIMESTAMPTZ(3),
    "uploader" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    "removedBy" TEXT,

    CONSTRAINT "SignedCopy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SignedCopy_meetingId_idx" ON "SignedCopy"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "SignedCopy_organisationId_paperKind_subjectId_revision_key" ON "SignedCopy"("organisationId", "paperKind", "subjectId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Document_signedCopyId_key" ON "Document"("signedCopyId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_signedCopyId_fkey" FOREIGN KEY ("signedCopyId") REFERENCES "SignedCopy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignedCopy" ADD CONSTRAINT "SignedCopy_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignedCopy" ADD CONSTRAINT "SignedCopy_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Document" DROP CONSTRAINT "Document_one_owner";
ALTER TABLE "Document" ADD CONSTRAINT "Document_one_owner" CHECK (
  num_nonnulls("organisationId", "meetingId", "invitationId", "attendanceId", "reportId", "answerId", "letterheadId", "wordFormId", "issuedPaperId", "signedCopyId") = 1
);

-- Whoever took a file away is named.
ALTER TABLE "SignedCopy" ADD CONSTRAINT "SignedCopy_removal" CHECK (
  num_nonnulls("removedAt", "removedBy") IN (0, 2)
);
