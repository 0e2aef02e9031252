-- How languages with letters of their own write a district; the seed fills it in.
ALTER TABLE "District" ADD COLUMN "inOther" JSONB NOT NULL DEFAULT '{}';
