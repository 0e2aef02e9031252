-- Which procedure card a question was asked from: whoever answers sees what the person had read.
ALTER TABLE "Submission" ADD COLUMN "procedureCode" TEXT;
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_procedureCode_fkey"
  FOREIGN KEY ("procedureCode") REFERENCES "Procedure" ("code") ON DELETE SET NULL ON UPDATE CASCADE;
