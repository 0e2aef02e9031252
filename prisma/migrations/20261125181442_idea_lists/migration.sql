-- CreateIndex
CREATE INDEX "Submission_kind_status_changedAt_id_idx" ON "Submission"("kind", "status", "changedAt" DESC, "id" DESC);
