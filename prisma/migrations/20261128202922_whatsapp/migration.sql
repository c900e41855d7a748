-- CreateEnum
CREATE TYPE "WhatsappState" AS ENUM ('WAITING', 'SENDING', 'ACCEPTED', 'DELIVERED', 'READ', 'FAILED', 'GIVEN_UP', 'UNCERTAIN');

-- CreateTable
CREATE TABLE "WhatsappDelivery" (
    "id" UUID NOT NULL,
    "invitationId" UUID NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "jobId" UUID,
    "state" "WhatsappState" NOT NULL DEFAULT 'WAITING',
    "messageId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "error" TEXT,

    CONSTRAINT "WhatsappDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WhatsappDelivery_messageId_key" ON "WhatsappDelivery"("messageId");

-- CreateIndex
CREATE INDEX "WhatsappDelivery_invitationId_id_idx" ON "WhatsappDelivery"("invitationId", "id");

-- CreateIndex
CREATE INDEX "WhatsappDelivery_jobId_state_idx" ON "WhatsappDelivery"("jobId", "state");

-- AddForeignKey
ALTER TABLE "WhatsappDelivery" ADD CONSTRAINT "WhatsappDelivery_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WhatsappDelivery" ADD CONSTRAINT "WhatsappDelivery_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One of a kind under way.
CREATE UNIQUE INDEX "WhatsappDelivery_under_way_key" ON "WhatsappDelivery"("invitationId", kind) WHERE state IN ('WAITING', 'SENDING');
