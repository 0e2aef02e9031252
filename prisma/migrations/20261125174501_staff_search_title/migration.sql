-- An idea is looked for by its name too.
ALTER TABLE "Submission" DROP COLUMN "foldedText";
ALTER TABLE "Submission" ADD COLUMN "foldedText" TEXT
  GENERATED ALWAYS AS ("folded"(COALESCE("title", '') || ' ' || COALESCE("text", ''))) STORED;
CREATE INDEX "Submission_foldedText_idx" ON "Submission" USING GIN ("foldedText" gin_trgm_ops);
