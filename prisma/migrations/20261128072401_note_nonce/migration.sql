-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "nonce" UUID;

-- AlterTable
ALTER TABLE "NoteVersion" ADD COLUMN     "nonce" UUID;
