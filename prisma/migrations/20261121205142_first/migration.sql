-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('DINKES_PROVINSI', 'DINKES_KABUPATEN', 'PUSKESMAS');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('DINKES_ADMIN', 'DINKES_REVIEWER', 'PUSKESMAS_ADMIN', 'PUSKESMAS_KEPALA', 'PUSKESMAS_STAFF', 'PUSKESMAS_READER');

-- CreateEnum
CREATE TYPE "Sector" AS ENUM ('KECAMATAN', 'KEAMANAN', 'DESA', 'KESEHATAN', 'DINKES', 'PENDIDIKAN', 'AGAMA', 'KB', 'OPD', 'JEJARING', 'LAINNYA');

-- CreateEnum
CREATE TYPE "HolderPrefix" AS ENUM ('PLT', 'PLH', 'PJ');

-- CreateEnum
CREATE TYPE "MeetingKind" AS ENUM ('LOKMIN_BULANAN', 'LOKMIN_TRIWULANAN', 'KALAKARYA');

-- CreateEnum
CREATE TYPE "MeetingStatus" AS ENUM ('DRAFT', 'SCHEDULED', 'IN_PROGRESS', 'CLOSED', 'POSTPONED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "AnswerChoice" AS ENUM ('HADIR', 'DIWAKILI', 'TIDAK_HADIR');

-- CreateEnum
CREATE TYPE "AttendanceStatus" AS ENUM ('HADIR', 'DIWAKILI', 'IZIN', 'SAKIT', 'DINAS_LUAR', 'TANPA_KETERANGAN');

-- CreateEnum
CREATE TYPE "AttendanceSource" AS ENUM ('TAUTAN', 'KODE', 'PETUGAS', 'KERTAS');

-- CreateEnum
CREATE TYPE "FundingSource" AS ENUM ('BOK', 'BLUD_JKN', 'APBD', 'DANA_DESA', 'SWADAYA', 'TANPA_BIAYA', 'LAINNYA');

-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('TINGGI', 'SEDANG', 'RENDAH');

-- CreateEnum
CREATE TYPE "ProgressStatus" AS ENUM ('BELUM_MULAI', 'BERJALAN', 'SELESAI', 'DIBATALKAN');

-- CreateTable
CREATE TABLE "Area" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parentCode" TEXT,

    CONSTRAINT "Area_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "parentId" UUID,
    "areaCode" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "registrationCode" TEXT,
    "address" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkingArea" (
    "puskesmasId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,

    CONSTRAINT "WorkingArea_pkey" PRIMARY KEY ("puskesmasId","villageCode")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT,
    "role" "Role" NOT NULL,
    "organisationId" UUID NOT NULL,
    "passwordHash" TEXT,
    "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
    "deactivatedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "sector" "Sector" NOT NULL,
    "villageCode" TEXT,
    "protocolOrder" INTEGER NOT NULL DEFAULT 100,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeatHolder" (
    "id" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "prefix" "HolderPrefix",
    "name" TEXT NOT NULL,
    "ownPost" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "SeatHolder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "status" "MeetingStatus" NOT NULL DEFAULT 'DRAFT',
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "period" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "timeZone" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "mapUrl" TEXT,
    "leader" TEXT,
    "statusReason" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "hostId" UUID NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingOrganiser" (
    "meetingId" UUID NOT NULL,
    "puskesmasId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "holdsPeriod" TEXT,
    "secondReason" TEXT,

    CONSTRAINT "MeetingOrganiser_pkey" PRIMARY KEY ("meetingId","puskesmasId")
);

-- CreateTable
CREATE TABLE "AgendaLine" (
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "minutes" INTEGER,
    "presenter" TEXT,

    CONSTRAINT "AgendaLine_pkey" PRIMARY KEY ("meetingId","position")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "seatId" UUID,
    "title" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "sector" "Sector" NOT NULL,
    "villageCode" TEXT,
    "protocolOrder" INTEGER NOT NULL,
    "holderPrefix" "HolderPrefix",
    "holderName" TEXT,
    "holderOwnPost" TEXT,
    "phone" TEXT,
    "tokenHash" TEXT NOT NULL,
    "tokenSealed" TEXT NOT NULL,
    "handedOutAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "invitationId" UUID NOT NULL,
    "choice" "AnswerChoice" NOT NULL,
    "reason" TEXT,
    "delegateName" TEXT,
    "delegateTitle" TEXT,
    "delegateInstitution" TEXT,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" TEXT,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("invitationId")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "invitationId" UUID,
    "personKey" TEXT NOT NULL,
    "status" "AttendanceStatus" NOT NULL,
    "name" TEXT,
    "title" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "representedName" TEXT,
    "representedTitle" TEXT,
    "representedInstitution" TEXT,
    "arrivedAt" TIMESTAMPTZ(3),
    "source" "AttendanceSource" NOT NULL,
    "note" TEXT,
    "markedById" UUID,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionItem" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "problem" TEXT,
    "activity" TEXT NOT NULL,
    "responsibleInstitution" TEXT NOT NULL,
    "responsibleTitle" TEXT,
    "responsibleName" TEXT,
    "responsibleSeatId" UUID,
    "responsibleUserId" UUID,
    "support" TEXT,
    "deadline" DATE NOT NULL,
    "indicator" TEXT,
    "baseline" DECIMAL(14,2),
    "target" DECIMAL(14,2),
    "unit" TEXT,
    "fundingSource" "FundingSource",
    "priority" "Priority" NOT NULL DEFAULT 'SEDANG',
    "status" "ProgressStatus" NOT NULL DEFAULT 'BELUM_MULAI',
    "percent" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActionItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionItemVillage" (
    "itemId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,

    CONSTRAINT "ActionItemVillage_pkey" PRIMARY KEY ("itemId","villageCode")
);

-- CreateTable
CREATE TABLE "ProgressReport" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "percent" INTEGER NOT NULL,
    "status" "ProgressStatus" NOT NULL,
    "note" TEXT,
    "reportedById" UUID,
    "reporter" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProgressReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "authorId" UUID,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organisationId" UUID NOT NULL,
    "meetingId" UUID,
    "userId" UUID,
    "actor" TEXT NOT NULL,
    "onBehalfOf" TEXT,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Area_parentCode_idx" ON "Area"("parentCode");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_registrationCode_key" ON "Organisation"("registrationCode");

-- CreateIndex
CREATE INDEX "Organisation_areaCode_idx" ON "Organisation"("areaCode");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_parentId_name_key" ON "Organisation"("parentId", "name");

-- CreateIndex
CREATE INDEX "WorkingArea_villageCode_idx" ON "WorkingArea"("villageCode");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_organisationId_name_idx" ON "User"("organisationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInLink_userId_idx" ON "SignInLink"("userId");

-- CreateIndex
CREATE INDEX "Seat_organisationId_protocolOrder_idx" ON "Seat"("organisationId", "protocolOrder");

-- CreateIndex
CREATE INDEX "Seat_villageCode_idx" ON "Seat"("villageCode");

-- CreateIndex
CREATE INDEX "SeatHolder_seatId_since_idx" ON "SeatHolder"("seatId", "since");

-- CreateIndex
CREATE INDEX "Meeting_startsAt_idx" ON "Meeting"("startsAt");

-- CreateIndex
CREATE INDEX "Meeting_hostId_idx" ON "Meeting"("hostId");

-- CreateIndex
CREATE INDEX "MeetingOrganiser_puskesmasId_startsAt_idx" ON "MeetingOrganiser"("puskesmasId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingOrganiser_puskesmasId_holdsPeriod_key" ON "MeetingOrganiser"("puskesmasId", "holdsPeriod");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_meetingId_protocolOrder_idx" ON "Invitation"("meetingId", "protocolOrder");

-- CreateIndex
CREATE INDEX "Invitation_seatId_idx" ON "Invitation"("seatId");

-- CreateIndex
CREATE INDEX "Invitation_villageCode_idx" ON "Invitation"("villageCode");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_meetingId_seatId_key" ON "Invitation"("meetingId", "seatId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_invitationId_key" ON "Attendance"("invitationId");

-- CreateIndex
CREATE INDEX "Attendance_markedById_idx" ON "Attendance"("markedById");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_meetingId_personKey_key" ON "Attendance"("meetingId", "personKey");

-- CreateIndex
CREATE INDEX "ActionItem_status_deadline_idx" ON "ActionItem"("status", "deadline");

-- CreateIndex
CREATE INDEX "ActionItem_responsibleSeatId_idx" ON "ActionItem"("responsibleSeatId");

-- CreateIndex
CREATE INDEX "ActionItem_responsibleUserId_idx" ON "ActionItem"("responsibleUserId");

-- CreateIndex
CREATE UNIQUE INDEX "ActionItem_meetingId_number_key" ON "ActionItem"("meetingId", "number");

-- CreateIndex
CREATE INDEX "ActionItemVillage_villageCode_idx" ON "ActionItemVillage"("villageCode");

-- CreateIndex
CREATE INDEX "ProgressReport_itemId_createdAt_idx" ON "ProgressReport"("itemId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_itemId_createdAt_idx" ON "Comment"("itemId", "createdAt");

-- CreateIndex
CREATE INDEX "Event_organisationId_id_idx" ON "Event"("organisationId", "id");

-- CreateIndex
CREATE INDEX "Event_meetingId_id_idx" ON "Event"("meetingId", "id");

-- AddForeignKey
ALTER TABLE "Area" ADD CONSTRAINT "Area_parentCode_fkey" FOREIGN KEY ("parentCode") REFERENCES "Area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_areaCode_fkey" FOREIGN KEY ("areaCode") REFERENCES "Area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingArea" ADD CONSTRAINT "WorkingArea_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingArea" ADD CONSTRAINT "WorkingArea_villageCode_fkey" FOREIGN KEY ("villageCode") REFERENCES "Area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_villageCode_fkey" FOREIGN KEY ("villageCode") REFERENCES "Area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatHolder" ADD CONSTRAINT "SeatHolder_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingOrganiser" ADD CONSTRAINT "MeetingOrganiser_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingOrganiser" ADD CONSTRAINT "MeetingOrganiser_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaLine" ADD CONSTRAINT "AgendaLine_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_villageCode_fkey" FOREIGN KEY ("villageCode") REFERENCES "Area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_markedById_fkey" FOREIGN KEY ("markedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_responsibleSeatId_fkey" FOREIGN KEY ("responsibleSeatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_responsibleUserId_fkey" FOREIGN KEY ("responsibleUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItemVillage" ADD CONSTRAINT "ActionItemVillage_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItemVillage" ADD CONSTRAINT "ActionItemVillage_villageCode_fkey" FOREIGN KEY ("villageCode") REFERENCES "Area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressReport" ADD CONSTRAINT "ProgressReport_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressReport" ADD CONSTRAINT "ProgressReport_reportedById_fkey" FOREIGN KEY ("reportedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say. (The engine cuts this file at every semicolon: none in comments.)

-- One present holder per seat.
CREATE UNIQUE INDEX "SeatHolder_present_key" ON "SeatHolder"("seatId") WHERE "until" IS NULL;

-- One seat per jabatan, instansi and desa in a directory, archived ones stand aside.
CREATE UNIQUE INDEX "Seat_directory_key"
  ON "Seat"("organisationId", lower("title"), lower("institution"), coalesce("villageCode", ''))
  WHERE "archivedAt" IS NULL;

-- Addresses are kept in one spelling.
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email"));

ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_times" CHECK ("endsAt" IS NULL OR "endsAt" > "startsAt");
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_period"
  CHECK ("period" BETWEEN 1 AND CASE WHEN "kind" = 'LOKMIN_TRIWULANAN' THEN 4 ELSE 12 END);
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_reason"
  CHECK ("status" NOT IN ('POSTPONED', 'CANCELLED') OR length(trim("statusReason")) > 0);

-- An answer is whole: a delegate has a name and a post, an absence a reason.
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_whole" CHECK (
  CASE "choice"
    WHEN 'DIWAKILI' THEN length(trim("delegateName")) > 0 AND length(trim("delegateTitle")) > 0 AND length(trim("delegateInstitution")) > 0
    WHEN 'TIDAK_HADIR' THEN length(trim("reason")) > 0
    ELSE true
  END IS TRUE
);

ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_percent" CHECK ("percent" BETWEEN 0 AND 100);
ALTER TABLE "ProgressReport" ADD CONSTRAINT "ProgressReport_percent" CHECK ("percent" BETWEEN 0 AND 100);

-- The directory and the users are searched by any part of a name.
CREATE INDEX "SeatHolder_present_name" ON "SeatHolder"(lower("name")) WHERE "until" IS NULL;
