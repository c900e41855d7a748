-- CreateTable
CREATE TABLE "UndoStep" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UndoStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UndoRow" (
    "id" SERIAL NOT NULL,
    "stepId" UUID NOT NULL,
    "tableName" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "UndoRow_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UndoStep_createdAt_idx" ON "UndoStep"("createdAt");

-- CreateIndex
CREATE INDEX "UndoStep_organisationId_idx" ON "UndoStep"("organisationId");

-- CreateIndex
CREATE INDEX "UndoStep_userId_idx" ON "UndoStep"("userId");

-- CreateIndex
CREATE INDEX "UndoStep_meetingId_idx" ON "UndoStep"("meetingId");

-- CreateIndex
CREATE INDEX "UndoRow_stepId_idx" ON "UndoRow"("stepId");

-- AddForeignKey
ALTER TABLE "UndoStep" ADD CONSTRAINT "UndoStep_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UndoStep" ADD CONSTRAINT "UndoStep_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UndoStep" ADD CONSTRAINT "UndoStep_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UndoRow" ADD CONSTRAINT "UndoRow_stepId_fkey" FOREIGN KEY ("stepId") REFERENCES "UndoStep"("id") ON DELETE CASCADE ON UPDATE CASCADE;
