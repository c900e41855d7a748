-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "holderLeftAt" TIMESTAMPTZ(3);
