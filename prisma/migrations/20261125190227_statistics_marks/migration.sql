-- What was and what is, each without the other, instead of joined row by row: an update of many rows marks its months in
-- a time that grows with the rows alone.
CREATE OR REPLACE FUNCTION "mark_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "StatisticsDirty" ("month")
    SELECT DISTINCT "city_month"(at) FROM (
      (SELECT "id", "kind", "categoryCode", "departmentCode", "districtNumber", "receivedAt", "outcome",
          COALESCE("resolvedAt", "closedAt") AS ended FROM after
        EXCEPT
        SELECT "id", "kind", "categoryCode", "departmentCode", "districtNumber", "receivedAt", "outcome",
          COALESCE("resolvedAt", "closedAt") FROM before)
      UNION ALL
      (SELECT "id", "kind", "categoryCode", "departmentCode", "districtNumber", "receivedAt", "outcome",
          COALESCE("resolvedAt", "closedAt") FROM before
        EXCEPT
        SELECT "id", "kind", "categoryCode", "departmentCode", "districtNumber", "receivedAt", "outcome",
          COALESCE("resolvedAt", "closedAt") FROM after)
    ) AS differing, LATERAL (VALUES ("receivedAt"), (ended)) AS moments(at)
    WHERE at IS NOT NULL;
  RETURN NULL;
END
$$;
