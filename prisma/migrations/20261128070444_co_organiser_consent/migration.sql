-- AlterTable
ALTER TABLE "MeetingOrganiser" ADD COLUMN     "agreedAt" TIMESTAMPTZ(3);

UPDATE "MeetingOrganiser" g SET "agreedAt" = m."createdAt" FROM "Meeting" m WHERE m.id = g."meetingId";
