-- CreateIndex
CREATE INDEX "ActionItem_meetingId_status_deadline_idx" ON "ActionItem"("meetingId", "status", "deadline");
