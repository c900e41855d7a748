-- CreateEnum
CREATE TYPE "FigurePart" AS ENUM ('NUMERATOR', 'DENOMINATOR');

-- CreateEnum
CREATE TYPE "FigureOrigin" AS ENUM ('SHEET', 'DHIS2');

-- A target may be set by an office above, too.
ALTER TABLE "IndicatorTarget" RENAME COLUMN "puskesmasId" TO "organisationId";
ALTER TABLE "IndicatorTarget" RENAME CONSTRAINT "IndicatorTarget_puskesmasId_fkey" TO "IndicatorTarget_organisationId_fkey";
ALTER INDEX "IndicatorTarget_puskesmasId_year_idx" RENAME TO "IndicatorTarget_organisationId_year_idx";

-- AlterTable
ALTER TABLE "IndicatorValue" ADD COLUMN     "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "sourceId" UUID;

-- CreateTable
CREATE TABLE "MappedDataElement" (
    "organisationId" UUID NOT NULL,
    "dataElement" TEXT NOT NULL,
    "categoryOptionCombo" TEXT NOT NULL DEFAULT '',
    "indicatorId" UUID NOT NULL,
    "part" "FigurePart" NOT NULL,

    CONSTRAINT "MappedDataElement_pkey" PRIMARY KEY ("organisationId","dataElement","categoryOptionCombo")
);

-- CreateTable
CREATE TABLE "MappedOrgUnit" (
    "organisationId" UUID NOT NULL,
    "orgUnit" TEXT NOT NULL,
    "puskesmasId" UUID NOT NULL,
    "villageCode" TEXT,

    CONSTRAINT "MappedOrgUnit_pkey" PRIMARY KEY ("organisationId","orgUnit")
);

-- CreateTable
CREATE TABLE "PuskesmasValue" (
    "puskesmasId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "sourceId" UUID NOT NULL,
    "value" DECIMAL(12,2) NOT NULL,
    "denominator" INTEGER,
    "origin" "FigureOrigin" NOT NULL,
    "enteredBy" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PuskesmasValue_pkey" PRIMARY KEY ("puskesmasId","year","indicatorId","month","sourceId")
);

-- CreateIndex
CREATE INDEX "MappedDataElement_indicatorId_idx" ON "MappedDataElement"("indicatorId");

-- CreateIndex
CREATE INDEX "MappedOrgUnit_puskesmasId_idx" ON "MappedOrgUnit"("puskesmasId");

-- CreateIndex
CREATE INDEX "MappedOrgUnit_villageCode_idx" ON "MappedOrgUnit"("villageCode");

-- CreateIndex
CREATE INDEX "PuskesmasValue_indicatorId_year_idx" ON "PuskesmasValue"("indicatorId", "year");

-- CreateIndex
CREATE INDEX "PuskesmasValue_sourceId_year_idx" ON "PuskesmasValue"("sourceId", "year");

-- CreateIndex
CREATE INDEX "IndicatorValue_sourceId_idx" ON "IndicatorValue"("sourceId");

-- AddForeignKey
ALTER TABLE "MappedDataElement" ADD CONSTRAINT "MappedDataElement_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MappedDataElement" ADD CONSTRAINT "MappedDataElement_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MappedOrgUnit" ADD CONSTRAINT "MappedOrgUnit_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MappedOrgUnit" ADD CONSTRAINT "MappedOrgUnit_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MappedOrgUnit" ADD CONSTRAINT "MappedOrgUnit_villageCode_fkey" FOREIGN KEY ("villageCode") REFERENCES "Area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorValue" ADD CONSTRAINT "IndicatorValue_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PuskesmasValue" ADD CONSTRAINT "PuskesmasValue_puskesmasId_fkey" FOREIGN KEY ("puskesmasId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PuskesmasValue" ADD CONSTRAINT "PuskesmasValue_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PuskesmasValue" ADD CONSTRAINT "PuskesmasValue_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;
