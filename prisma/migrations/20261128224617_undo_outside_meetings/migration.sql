-- AlterTable
ALTER TABLE "UndoStep" ALTER COLUMN "meetingId" DROP NOT NULL;
