-- CreateEnum
CREATE TYPE "DigestRhythm" AS ENUM ('NONE', 'DAILY', 'WEEKLY');

-- CreateEnum
CREATE TYPE "NotificationMailKind" AS ENUM ('NEWS', 'DIGEST');

-- CreateEnum
CREATE TYPE "NotificationMailState" AS ENUM ('WAITING', 'SENDING', 'ACCEPTED', 'FAILED', 'UNCERTAIN', 'NOTHING');

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "isNews" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Notification" (
    "userId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "eventId" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "mailId" UUID,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("userId","about")
);

-- CreateTable
CREATE TABLE "NotificationChoice" (
    "userId" UUID NOT NULL,
    "muted" TEXT[],
    "newsByEmail" BOOLEAN NOT NULL DEFAULT false,
    "rhythm" "DigestRhythm" NOT NULL DEFAULT 'NONE',
    "hour" INTEGER NOT NULL DEFAULT 7,
    "weekday" INTEGER NOT NULL DEFAULT 1,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NotificationChoice_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "NotificationMail" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "NotificationMailKind" NOT NULL,
    "key" TEXT NOT NULL,
    "state" "NotificationMailState" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "error" TEXT,

    CONSTRAINT "NotificationMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Notification_userId_eventId_idx" ON "Notification"("userId", "eventId");

-- CreateIndex
CREATE INDEX "Notification_eventId_idx" ON "Notification"("eventId");

-- CreateIndex
CREATE INDEX "Notification_mailId_idx" ON "Notification"("mailId");

-- CreateIndex
CREATE INDEX "Notification_at_idx" ON "Notification"("at");

-- CreateIndex
CREATE INDEX "NotificationChoice_rhythm_idx" ON "NotificationChoice"("rhythm");

-- CreateIndex
CREATE INDEX "NotificationMail_userId_createdAt_idx" ON "NotificationMail"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "NotificationMail_createdAt_idx" ON "NotificationMail"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "NotificationMail_userId_kind_key_key" ON "NotificationMail"("userId", "kind", "key");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "NotificationMail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationChoice" ADD CONSTRAINT "NotificationChoice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationMail" ADD CONSTRAINT "NotificationMail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "Event_news" ON "Event"("id") WHERE "isNews";
CREATE INDEX "Notification_unread" ON "Notification"("userId") WHERE "readAt" IS NULL;
CREATE INDEX "Notification_unsent" ON "Notification"("userId", "eventId") WHERE "readAt" IS NULL AND "mailId" IS NULL;
CREATE INDEX "NotificationMail_under_way" ON "NotificationMail"("at") WHERE "state" IN ('WAITING', 'SENDING');

ALTER TABLE "NotificationChoice" ADD CONSTRAINT "NotificationChoice_time"
  CHECK ("hour" BETWEEN 0 AND 23 AND "weekday" BETWEEN 1 AND 7);
