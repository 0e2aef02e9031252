-- One column holds what everybody may search in, so that one index answers a search of several words.
DROP INDEX "Submission_publicText_idx";

ALTER TABLE "Submission" ADD COLUMN     "searchText" TEXT;

CREATE INDEX "Submission_searchText_idx" ON "Submission" USING GIN ("searchText" gin_trgm_ops);

-- Days of receipt, for the filter.
CREATE INDEX "Submission_receivedAt_idx" ON "Submission"("receivedAt");
