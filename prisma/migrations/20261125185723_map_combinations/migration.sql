-- Kind, status and district stand side by side in the filter and are asked for together: each combination of them has
-- cells of its own. A district's cells are few besides its own ones, so this costs half of what there was.
LOCK TABLE "MapPoint" IN SHARE ROW EXCLUSIVE MODE;

CREATE OR REPLACE FUNCTION "map_keys"(p "MapPoint") RETURNS TEXT[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_remove(ARRAY['all', 'kind:' || p."kind", 'status:' || p."status", 'district:' || p."districtNumber",
    'kind:' || p."kind" || '|status:' || p."status",
    'kind:' || p."kind" || '|district:' || p."districtNumber",
    'status:' || p."status" || '|district:' || p."districtNumber",
    'kind:' || p."kind" || '|status:' || p."status" || '|district:' || p."districtNumber",
    'category:' || p."categoryCode", 'department:' || p."departmentCode"], NULL)
$$;

DELETE FROM "MapDelta";
DELETE FROM "MapCell";
INSERT INTO "MapDelta" ("sign", "keys", "x", "y", "number")
  SELECT 1, "map_keys"(p), p."x", p."y", p."number" FROM "MapPoint" p;
SELECT "map_fold"(2147483647);

-- Days and areas are counted from the index alone: the points themselves lie all over their table. Status and district
-- have their cells.
DROP INDEX "MapPoint_status_idx";
DROP INDEX "MapPoint_districtNumber_idx";
DROP INDEX "MapPoint_receivedAt_idx";
DROP INDEX "MapPoint_strip_y_idx";
DROP INDEX "MapPoint_categoryCode_strip_y_idx";
CREATE INDEX "MapPoint_receivedAt_x_y_number_idx" ON "MapPoint"("receivedAt", "x", "y", "number");
CREATE INDEX "MapPoint_strip_y_x_number_idx" ON "MapPoint"("strip", "y", "x", "number");
CREATE INDEX "MapPoint_categoryCode_strip_y_x_number_idx" ON "MapPoint"("categoryCode", "strip", "y", "x", "number");

-- A trigger's plan is made once, for one row as a rule, and kept: joining what was and what is would be slow for many.
-- What is left when the one is taken from the other takes as long as the rows are many, and no longer.
CREATE OR REPLACE FUNCTION "map_on_submission"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids UUID[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(n."id") INTO ids FROM after n;
  ELSE
    SELECT array_agg(changed."id") INTO ids FROM (
      SELECT "id", "kind", "status", "outcome", "categoryCode", "departmentCode", "districtNumber", "receivedAt" FROM after
      EXCEPT
      SELECT "id", "kind", "status", "outcome", "categoryCode", "departmentCode", "districtNumber", "receivedAt" FROM before
    ) changed;
  END IF;
  IF ids IS NOT NULL THEN PERFORM "map_refresh"(ids); END IF;
  RETURN NULL;
END
$$;
