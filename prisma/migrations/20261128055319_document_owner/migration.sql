-- DropForeignKey
ALTER TABLE "Attendance" DROP CONSTRAINT "Attendance_signatureId_fkey";

-- DropForeignKey
ALTER TABLE "Document" DROP CONSTRAINT "Document_organisationId_fkey";

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "attendanceId" UUID,
ALTER COLUMN "organisationId" DROP NOT NULL;

-- A signature belongs to its row of the roll.
UPDATE "Document" d SET "attendanceId" = a.id FROM "Attendance" a WHERE a."signatureId" = d.id;

-- Every other file keeps the narrowest of the things it named: an answer, a report, an invitation, a meeting, an
-- organisation.
UPDATE "Document" SET
  "organisationId" = CASE WHEN num_nonnulls("attendanceId", "answerId", "reportId", "invitationId", "meetingId") = 0 THEN "organisationId" END,
  "meetingId" = CASE WHEN num_nonnulls("attendanceId", "answerId", "reportId", "invitationId") = 0 THEN "meetingId" END,
  "invitationId" = CASE WHEN num_nonnulls("attendanceId", "answerId", "reportId") = 0 THEN "invitationId" END,
  "reportId" = CASE WHEN num_nonnulls("attendanceId", "answerId") = 0 THEN "reportId" END,
  "answerId" = CASE WHEN "attendanceId" IS NULL THEN "answerId" END;

-- DropIndex
DROP INDEX "Attendance_signatureId_key";

-- AlterTable
ALTER TABLE "Attendance" DROP COLUMN "signatureId";

-- A file belongs to exactly one thing.
ALTER TABLE "Document" ADD CONSTRAINT "Document_one_owner" CHECK (
  num_nonnulls("organisationId", "meetingId", "invitationId", "attendanceId", "reportId", "answerId") = 1
);

-- CreateIndex
CREATE UNIQUE INDEX "Document_attendanceId_key" ON "Document"("attendanceId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_attendanceId_fkey" FOREIGN KEY ("attendanceId") REFERENCES "Attendance"("id") ON DELETE CASCADE ON UPDATE CASCADE;
