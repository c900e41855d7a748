-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "contactName" TEXT,
ADD COLUMN     "contactPhone" TEXT;
