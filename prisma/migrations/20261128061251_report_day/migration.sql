-- AlterTable
ALTER TABLE "ProgressReport" ADD COLUMN     "enteredAt" TIMESTAMPTZ(3);
