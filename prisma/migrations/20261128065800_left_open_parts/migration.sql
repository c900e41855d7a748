-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "leftOpen" TEXT[] DEFAULT ARRAY[]::TEXT[];
