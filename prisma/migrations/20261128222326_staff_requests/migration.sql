-- CreateEnum
CREATE TYPE "StaffRequestKind" AS ENUM ('CORRECTION', 'ERASURE');

-- CreateTable
CREATE TABLE "StaffRequest" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "kind" "StaffRequestKind" NOT NULL,
    "text" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredBy" TEXT,
    "answer" TEXT,

    CONSTRAINT "StaffRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StaffRequest_staffId_idx" ON "StaffRequest"("staffId");

-- AddForeignKey
ALTER TABLE "StaffRequest" ADD CONSTRAINT "StaffRequest_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Of a kind one at most waits
CREATE UNIQUE INDEX "StaffRequest_waiting_key" ON "StaffRequest"("staffId", kind) WHERE "answeredAt" IS NULL;

ALTER TABLE "StaffRequest" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "StaffRequest" USING (
  (SELECT lokmin_shows_all()) OR lokmin_staff_within("StaffRequest"."staffId"));
