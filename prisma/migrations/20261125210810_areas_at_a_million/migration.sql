-- What lies in an area, whatever else is asked of it: read from the index alone.
DROP INDEX "MapPoint_strip_y_x_number_idx";
CREATE INDEX "MapPoint_placed_strip_y_x" ON "MapPoint" ("strip", "y", "x")
  INCLUDE ("number", "submissionId", "kind", "status", "categoryCode", "departmentCode", "districtNumber", "receivedAt")
  WHERE "strip" IS NOT NULL;

-- Texts that wait for a look, and those that a detector stopped at: few of all, and asked for across all.
CREATE INDEX "Submission_unreleased_changedAt_id" ON "Submission" ("changedAt" DESC, "id" DESC)
  WHERE "publicText" IS NULL AND "text" IS NOT NULL AND "kind" <> 'QUESTION';
CREATE INDEX "Submission_findings_changedAt_id" ON "Submission" ("changedAt" DESC, "id" DESC)
  WHERE cardinality("findings") > 0;
