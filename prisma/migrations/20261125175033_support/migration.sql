-- AlterTable
ALTER TABLE "Category" ADD COLUMN     "supportThreshold" INTEGER;

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "thresholdAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Submission_kind_supportCount_id_idx" ON "Submission"("kind", "supportCount" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_kind_publishedAt_id_idx" ON "Submission"("kind", "publishedAt" DESC, "id" DESC);
