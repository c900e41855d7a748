-- CreateTable
CREATE TABLE "LokminDueDate" (
    "organisationId" UUID NOT NULL,
    "monthlyDay" INTEGER NOT NULL,
    "reportDays" INTEGER NOT NULL,

    CONSTRAINT "LokminDueDate_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "PeriodSummary" (
    "puskesmasId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "period" INTEGER NOT NULL,
    "meetingId" UUID NOT NULL,
    "status" "MeetingStatus" NOT NULL,
    "day" DATE NOT NULL,
    "isApproved" BOOLEAN NOT NULL,
    "reportState" TEXT NOT NULL,
    "reportedOn" DATE,

    CONSTRAINT "PeriodSummary_pkey" PRIMARY KEY ("puskesmasId","year","kind","period")
);

-- CreateTable
CREATE TABLE "PlanSummary" (
    "puskesmasId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "quarter" INTEGER NOT NULL,
    "inTime" INTEGER NOT NULL,
    "late" INTEGER NOT NULL,
    "overdue" INTEGER NOT NULL,
    "pending" INTEGER NOT NULL,

    CONSTRAINT "PlanSummary_pkey" PRIMARY KEY ("puskesmasId","year","quarter")
);

-- CreateTable
CREATE TABLE "SectorSummary" (
    "puskesmasId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "quarter" INTEGER NOT NULL,
    "sector" "Sector" NOT NULL,
    "invited" INTEGER NOT NULL,
    "came" INTEGER NOT NULL,
    "represented" INTEGER NOT NULL,

    CONSTRAINT "SectorSummary_pkey" PRIMARY KEY ("puskesmasId","year","quarter","sector")
);

-- CreateTable
CREATE TABLE "PuskesmasSummary" (
    "puskesmasId" UUID NOT NULL,
    "open" INTEGER NOT NULL,
    "overdue" INTEGER NOT NULL,
    "ageDays" INTEGER NOT NULL,
    "oldestOn" DATE,
    "lastActiveAt" TIMESTAMPTZ(3),
    "asOf" DATE NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PuskesmasSummary_pkey" PRIMARY KEY ("puskesmasId")
);

-- CreateTable
CREATE TABLE "SummaryProgress" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "eventId" BIGINT NOT NULL DEFAULT 0,
    "ranAt" TIMESTAMPTZ(3),

    CONSTRAINT "SummaryProgress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PeriodSummary_year_puskesmasId_idx" ON "PeriodSummary"("year", "puskesmasId");

-- CreateIndex
CREATE INDEX "PlanSummary_year_puskesmasId_idx" ON "PlanSummary"("year", "puskesmasId");

-- CreateIndex
CREATE INDEX "SectorSummary_year_puskesmasId_idx" ON "SectorSummary"("year", "puskesmasId");

-- CreateIndex
CREATE INDEX "PuskesmasSummary_asOf_idx" ON "PuskesmasSummary"("asOf");

-- AddForeignKey
ALTER TABLE "LokminDueDate" ADD CONSTRAINT "LokminDueDate_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodSummary" ADD CONSTRAINT "PeriodSummary_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanSummary" ADD CONSTRAINT "PlanSummary_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectorSummary" ADD CONSTRAINT "SectorSummary_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PuskesmasSummary" ADD CONSTRAINT "PuskesmasSummary_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
