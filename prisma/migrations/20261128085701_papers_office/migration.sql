-- CreateEnum
CREATE TYPE "PaperSize" AS ENUM ('A4', 'F4');

-- CreateEnum
CREATE TYPE "LetterUrgency" AS ENUM ('ORDINARY', 'IMPORTANT', 'URGENT', 'VERY_URGENT', 'CONFIDENTIAL');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "DocumentKind" ADD VALUE 'LOGO_LEFT';
ALTER TYPE "DocumentKind" ADD VALUE 'LOGO_RIGHT';
ALTER TYPE "DocumentKind" ADD VALUE 'WORD_FORM';

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "letterheadId" UUID,
ADD COLUMN     "wordFormId" UUID;

-- CreateTable
CREATE TABLE "PaperOffice" (
    "organisationId" UUID NOT NULL,
    "size" "PaperSize" NOT NULL DEFAULT 'A4',
    "numberPattern" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperOffice_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "Letterhead" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "lines" TEXT[],
    "contact" TEXT[],
    "areaCode" TEXT,
    "numberPattern" TEXT,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Letterhead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterCounter" (
    "issuer" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "LetterCounter_pkey" PRIMARY KEY ("issuer","year")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "paperKind" TEXT,
    "meetingId" UUID,
    "escalationId" UUID,
    "letterheadId" UUID,
    "issuer" TEXT NOT NULL,
    "year" INTEGER,
    "number" TEXT,
    "numberKey" TEXT,
    "sequence" INTEGER,
    "day" DATE,
    "place" TEXT,
    "urgency" "LetterUrgency" NOT NULL DEFAULT 'ORDINARY',
    "attachment" TEXT,
    "subject" TEXT NOT NULL,
    "addressees" TEXT NOT NULL,
    "copies" TEXT[],
    "signatoryPrefix" "HolderPrefix",
    "signatorySeat" TEXT,
    "signatoryName" TEXT,
    "signatoryRank" TEXT,
    "signatoryNumber" TEXT,
    "onBehalfOf" TEXT,
    "through" TEXT,
    "note" TEXT,
    "creator" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "numberedAt" TIMESTAMPTZ(3),
    "voidedAt" TIMESTAMPTZ(3),
    "voidReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperWording" (
    "organisationId" UUID NOT NULL,
    "paperKind" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperWording_pkey" PRIMARY KEY ("organisationId","paperKind","part")
);

-- CreateTable
CREATE TABLE "WordForm" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "paperKind" TEXT NOT NULL,
    "isForEOffice" BOOLEAN NOT NULL DEFAULT false,
    "uploader" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WordForm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Letterhead_organisationId_name_key" ON "Letterhead"("organisationId", "name");

-- CreateIndex
CREATE INDEX "Letter_organisationId_year_day_idx" ON "Letter"("organisationId", "year", "day");

-- CreateIndex
CREATE INDEX "Letter_meetingId_paperKind_idx" ON "Letter"("meetingId", "paperKind");

-- CreateIndex
CREATE INDEX "Letter_escalationId_paperKind_idx" ON "Letter"("escalationId", "paperKind");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_issuer_year_numberKey_key" ON "Letter"("issuer", "year", "numberKey");

-- CreateIndex
CREATE UNIQUE INDEX "WordForm_organisationId_paperKind_isForEOffice_key" ON "WordForm"("organisationId", "paperKind", "isForEOffice");

-- CreateIndex
CREATE UNIQUE INDEX "Document_wordFormId_key" ON "Document"("wordFormId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_letterheadId_kind_key" ON "Document"("letterheadId", "kind");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_letterheadId_fkey" FOREIGN KEY ("letterheadId") REFERENCES "Letterhead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_wordFormId_fkey" FOREIGN KEY ("wordFormId") REFERENCES "WordForm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperOffice" ADD CONSTRAINT "PaperOffice_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letterhead" ADD CONSTRAINT "Letterhead_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letterhead" ADD CONSTRAINT "Letterhead_areaCode_fkey" FOREIGN KEY ("areaCode") REFERENCES "Area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_escalationId_fkey" FOREIGN KEY ("escalationId") REFERENCES "Escalation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_letterheadId_fkey" FOREIGN KEY ("letterheadId") REFERENCES "Letterhead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperWording" ADD CONSTRAINT "PaperWording_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordForm" ADD CONSTRAINT "WordForm_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A file belongs to exactly one thing.
ALTER TABLE "Document" DROP CONSTRAINT "Document_one_owner";
ALTER TABLE "Document" ADD CONSTRAINT "Document_one_owner" CHECK (
  num_nonnulls("organisationId", "meetingId", "invitationId", "attendanceId", "reportId", "answerId", "letterheadId", "wordFormId") = 1
);

-- A number, what it is compared by and its year come together.
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_number_with_year" CHECK (
  num_nonnulls("number", "numberKey", "year") IN (0, 3)
);

-- One letter of a kind is in force; those whose number was given up stay in the register.
CREATE UNIQUE INDEX "Letter_one_of_meeting" ON "Letter"("meetingId", "paperKind") WHERE "voidedAt" IS NULL AND "paperKind" IS NOT NULL;
CREATE UNIQUE INDEX "Letter_one_of_escalation" ON "Letter"("escalationId", "paperKind") WHERE "voidedAt" IS NULL AND "paperKind" IS NOT NULL;

-- One letterhead of an office is proposed.
CREATE UNIQUE INDEX "Letterhead_one_default" ON "Letterhead"("organisationId") WHERE "isDefault";
