-- AlterTable
ALTER TABLE "PuskesmasSummary" ADD COLUMN     "dueSoon" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "ActionItem_deadline_idx" ON "ActionItem"("deadline");
-- What is open is a small part of all rows after some years, and read in this order.
CREATE INDEX "ActionItem_open" ON "ActionItem"("deadline", "number", "id") WHERE "status" IN ('NOT_STARTED', 'IN_PROGRESS');
