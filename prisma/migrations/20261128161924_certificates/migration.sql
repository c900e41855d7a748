-- CreateEnum
CREATE TYPE "ExpiringKind" AS ENUM ('CERTIFICATE', 'OUTSIDE_CERTIFICATE', 'LICENCE');

-- AlterEnum
ALTER TYPE "DocumentKind" ADD VALUE 'OUTSIDE_CERTIFICATE';

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "outsideCertificateId" UUID;

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "meetingId" UUID NOT NULL,
    "invitationId" UUID,
    "staffId" UUID,
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "numberKey" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "profession" "Profession" NOT NULL,
    "training" TEXT NOT NULL,
    "held" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "lessons" DECIMAL(6,2) NOT NULL,
    "topics" JSONB NOT NULL,
    "skpValue" DECIMAL(6,2),
    "skpNumber" TEXT,
    "skpIssuer" TEXT,
    "expiresOn" DATE,
    "signatorySeat" TEXT NOT NULL,
    "signatoryName" TEXT NOT NULL,
    "signatoryRank" TEXT,
    "signatoryNumber" TEXT,
    "creator" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawReason" TEXT,
    "withdrawer" TEXT,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutsideCertificate" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "competenceId" UUID,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "number" TEXT,
    "issuedOn" DATE NOT NULL,
    "expiresOn" DATE,
    "lessons" DECIMAL(6,2),
    "skpValue" DECIMAL(6,2),
    "skpNumber" TEXT,
    "uploader" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutsideCertificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExpiryReminder" (
    "kind" "ExpiringKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "expiresOn" DATE NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "officeId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ExpiryReminder_pkey" PRIMARY KEY ("kind","subjectId","expiresOn","daysBefore")
);

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_code_key" ON "Certificate"("code");

-- CreateIndex
CREATE INDEX "Certificate_meetingId_idx" ON "Certificate"("meetingId");

-- CreateIndex
CREATE INDEX "Certificate_invitationId_idx" ON "Certificate"("invitationId");

-- CreateIndex
CREATE INDEX "Certificate_staffId_idx" ON "Certificate"("staffId");

-- CreateIndex
CREATE INDEX "Certificate_expiresOn_idx" ON "Certificate"("expiresOn");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_organisationId_year_numberKey_key" ON "Certificate"("organisationId", "year", "numberKey");

-- CreateIndex
CREATE INDEX "OutsideCertificate_staffId_idx" ON "OutsideCertificate"("staffId");

-- CreateIndex
CREATE INDEX "OutsideCertificate_competenceId_idx" ON "OutsideCertificate"("competenceId");

-- CreateIndex
CREATE INDEX "OutsideCertificate_expiresOn_idx" ON "OutsideCertificate"("expiresOn");

-- CreateIndex
CREATE INDEX "ExpiryReminder_officeId_idx" ON "ExpiryReminder"("officeId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_outsideCertificateId_key" ON "Document"("outsideCertificateId");

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideCertificate" ADD CONSTRAINT "OutsideCertificate_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideCertificate" ADD CONSTRAINT "OutsideCertificate_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExpiryReminder" ADD CONSTRAINT "ExpiryReminder_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_outsideCertificateId_fkey" FOREIGN KEY ("outsideCertificateId") REFERENCES "OutsideCertificate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Document" DROP CONSTRAINT "Document_one_owner";
ALTER TABLE "Document" ADD CONSTRAINT "Document_one_owner" CHECK (
  num_nonnulls("organisationId", "meetingId", "invitationId", "attendanceId", "reportId", "answerId", "letterheadId", "wordFormId", "issuedPaperId", "signedCopyId", "evidencePartId", "outsideCertificateId") = 1
);

-- One in force for each participant.
CREATE UNIQUE INDEX "Certificate_one_in_force" ON "Certificate"("invitationId") WHERE "withdrawnAt" IS NULL;

ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_withdrawn" CHECK (
  num_nonnulls("withdrawnAt", "withdrawReason", "withdrawer") IN (0, 3)
);

-- Credits only with the number they were given under.
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_skp" CHECK (num_nonnulls("skpValue", "skpNumber") IN (0, 2));
ALTER TABLE "OutsideCertificate" ADD CONSTRAINT "OutsideCertificate_skp" CHECK (num_nonnulls("skpValue", "skpNumber") IN (0, 2));
ALTER TABLE "OutsideCertificate" ADD CONSTRAINT "OutsideCertificate_days" CHECK ("expiresOn" >= "issuedOn");
