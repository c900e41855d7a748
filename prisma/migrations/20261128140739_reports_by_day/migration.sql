-- CreateIndex
CREATE INDEX "Submission_submittedAt_id_idx" ON "Submission"("submittedAt", "id");

-- What waits below the nation or a province, the oldest first, without sorting all of it.
CREATE INDEX "Submission_oldest" ON "Submission"("submittedAt", "id") WHERE "settledAt" IS NULL;
