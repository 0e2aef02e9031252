-- Lists of many cases: docs/decisions tell why each of these is there.

-- What was received in some days, last change first: month by month in that order, read from the index alone.
CREATE INDEX "Submission_month_changedAt_id" ON "Submission"
  (date_trunc('month', "receivedAt" AT TIME ZONE 'UTC'), "changedAt" DESC, "id" DESC)
  INCLUDE ("receivedAt", "kind", "status", "categoryCode", "departmentCode", "districtNumber");

-- Open cases are few, however many there have been: what the lists of staff ask of them, read from the index alone.
CREATE INDEX "Submission_open_dueAt_id" ON "Submission" ("status", "dueAt", "id")
  INCLUDE ("kind", "categoryCode", "departmentCode", "districtNumber", "channel", "receivedAt", "waitingOn",
    "waitingUntil", "hops", "handlerId", "objectedAt", "proposedKind", "thresholdAt")
  WHERE "status" NOT IN ('RESOLVED', 'CLOSED');
CREATE INDEX "Submission_open_departmentCode_dueAt_id" ON "Submission" ("departmentCode", "status", "dueAt", "id")
  INCLUDE ("kind", "categoryCode", "districtNumber", "channel", "receivedAt", "waitingOn", "waitingUntil", "hops",
    "handlerId", "objectedAt", "proposedKind")
  WHERE "status" NOT IN ('RESOLVED', 'CLOSED');
CREATE INDEX "Submission_open_categoryCode_dueAt_id" ON "Submission" ("categoryCode", "status", "dueAt", "id")
  INCLUDE ("kind", "departmentCode", "districtNumber", "channel", "receivedAt", "waitingOn", "waitingUntil", "hops",
    "handlerId", "objectedAt", "proposedKind", "thresholdAt")
  WHERE "status" NOT IN ('RESOLVED', 'CLOSED');
CREATE INDEX "Submission_open_ideas_dueAt_id" ON "Submission" ("status", "dueAt", "id")
  WHERE "kind" = 'IDEA' AND "status" IN ('RECEIVED', 'PUBLISHED', 'UNDER_REVIEW')
    AND ("status" <> 'PUBLISHED' OR "thresholdAt" IS NOT NULL);

-- Open cases near a point: by where they stand for everybody to see, and the sensitive ones by their category.
CREATE INDEX "MapPoint_open_strip_y_x" ON "MapPoint" ("strip", "y", "x") INCLUDE ("kind", "submissionId")
  WHERE "status" NOT IN ('RESOLVED', 'CLOSED');

-- How many of some cases have no place: those that have none are few.
CREATE INDEX "MapPoint_unplaced_submissionId" ON "MapPoint" ("submissionId") WHERE "x" IS NULL;

-- How often a word stands in a text is estimated before it is looked for: from as many texts as that takes.
ALTER TABLE "Submission" ALTER COLUMN "searchText" SET STATISTICS 300, ALTER COLUMN "foldedText" SET STATISTICS 300;
ALTER TABLE "Place" ALTER COLUMN "foldedWords" SET STATISTICS 300;
