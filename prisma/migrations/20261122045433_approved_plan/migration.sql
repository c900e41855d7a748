-- AlterTable
ALTER TABLE "Approval" ADD COLUMN     "plan" JSONB;
