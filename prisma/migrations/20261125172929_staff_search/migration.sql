-- Staff search without accents. What is folded is kept by the database itself, so that it can never tell of words that
-- were withdrawn or erased. The same folding as fold() in lib/platform/stem.ts; a test compares them.
CREATE FUNCTION "folded"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN replace(regexp_replace(normalize(lower($1), NFD), U&'[\0300-\036F]', '', 'g'), 'ł', 'l');

ALTER TABLE "Submission" ADD COLUMN "foldedText" TEXT GENERATED ALWAYS AS ("folded"("text")) STORED;
ALTER TABLE "Place" ADD COLUMN "foldedWords" TEXT
  GENERATED ALWAYS AS ("folded"(COALESCE("address", '') || ' ' || COALESCE("description", ''))) STORED;

DROP INDEX "Submission_text_idx";
DROP INDEX "Place_address_idx";
CREATE INDEX "Submission_foldedText_idx" ON "Submission" USING GIN ("foldedText" gin_trgm_ops);
CREATE INDEX "Place_foldedWords_idx" ON "Place" USING GIN ("foldedWords" gin_trgm_ops);
