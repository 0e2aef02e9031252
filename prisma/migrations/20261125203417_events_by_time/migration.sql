-- CreateIndex
CREATE INDEX "Event_at_id_idx" ON "Event"("at", "id");
