-- CreateTable
CREATE TABLE "RetentionSettings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "contactMonths" INTEGER,
    "signatureMonths" INTEGER,
    "staffMonths" INTEGER,
    "readingMonths" INTEGER,

    CONSTRAINT "RetentionSettings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonalReading" (
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" UUID,
    "reader" TEXT NOT NULL,
    "readerOffice" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "PersonalReading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PersonalReading_organisationId_firstAt_idx" ON "PersonalReading"("organisationId", "firstAt");

-- CreateIndex
CREATE INDEX "PersonalReading_firstAt_idx" ON "PersonalReading"("firstAt");

-- CreateIndex
CREATE UNIQUE INDEX "PersonalReading_userId_kind_subjectId_day_key" ON "PersonalReading"("userId", "kind", "subjectId", "day");

-- AddForeignKey
ALTER TABLE "PersonalReading" ADD CONSTRAINT "PersonalReading_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonalReading" ADD CONSTRAINT "PersonalReading_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
