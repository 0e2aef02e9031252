-- Points of a category, with whatever else is asked of them, and those of it that have no place: from the index alone.
DROP INDEX "MapPoint_categoryCode_strip_y_x_number_idx";
CREATE INDEX "MapPoint_category_strip_y_x" ON "MapPoint" ("categoryCode", "strip", "y", "x")
  INCLUDE ("number", "kind", "status", "departmentCode", "districtNumber", "receivedAt")
  WHERE "categoryCode" IS NOT NULL;

-- Open points of an area likewise: they are few, so what is asked of them costs little to hold.
DROP INDEX "MapPoint_open_strip_y_x";
CREATE INDEX "MapPoint_open_strip_y_x" ON "MapPoint" ("strip", "y", "x")
  INCLUDE ("number", "submissionId", "kind", "status", "categoryCode", "departmentCode", "districtNumber", "receivedAt")
  WHERE "status" NOT IN ('RESOLVED', 'CLOSED');

-- What was objected to and what came back twice: few of the open cases, on the supervisor's desk.
CREATE INDEX "Submission_objected_dueAt_id" ON "Submission" ("status", "dueAt", "id")
  WHERE "objectedAt" IS NOT NULL AND "status" NOT IN ('RESOLVED', 'CLOSED');
CREATE INDEX "Submission_returned_often_dueAt_id" ON "Submission" ("status", "dueAt", "id")
  WHERE "hops" >= 2 AND "status" NOT IN ('RESOLVED', 'CLOSED');
