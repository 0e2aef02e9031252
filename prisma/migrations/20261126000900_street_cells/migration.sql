-- Where a street fills the screen (zoom 16) a city of a million cases has ten thousands of points: cells of that size are
-- kept too. The notes are folded in first, so that no point is counted twice; nobody changes one meanwhile.
LOCK TABLE "MapPoint" IN SHARE ROW EXCLUSIVE MODE;
SELECT pg_advisory_xact_lock(hashtext('map_fold'));
SELECT "map_fold"(2147483647);
INSERT INTO "MapCell" ("level", "key", "x", "y", "count", "sumX", "sumY", "sumNumber")
  SELECT 18, key, p."x" >> 12, p."y" >> 12, count(*), sum(p."x"::bigint), sum(p."y"::bigint), sum(p."number")
  FROM "MapPoint" p, unnest("map_keys"(p)) AS key WHERE p."x" IS NOT NULL GROUP BY 2, 3, 4;

CREATE OR REPLACE FUNCTION "map_fold"(most INTEGER) RETURNS INTEGER LANGUAGE plpgsql AS $$
DECLARE folded INTEGER;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('map_fold')) THEN RETURN 0; END IF;
  WITH taken AS (
    DELETE FROM "MapDelta" WHERE "id" IN (SELECT "id" FROM "MapDelta" ORDER BY "id" LIMIT most)
    RETURNING "sign", "keys", "x", "y", "number"
  ), finest AS (
    SELECT key, "x" >> 12 AS x, "y" >> 12 AS y, sum("sign") AS n, sum("sign" * "x"::bigint) AS sx,
      sum("sign" * "y"::bigint) AS sy, sum("sign" * "number") AS sn
    FROM taken, unnest("keys") AS key GROUP BY 1, 2, 3
  ), cells AS (
    SELECT level, key, coalesce(x >> (18 - level), -1) AS x, coalesce(y >> (18 - level), -1) AS y, sum(n) AS n,
      coalesce(sum(sx), 0) AS sx, coalesce(sum(sy), 0) AS sy, sum(sn) AS sn
    FROM finest, unnest(ARRAY[0, 12, 13, 14, 15, 16, 17, 18]) AS level
    WHERE level = 0 OR x IS NOT NULL GROUP BY 1, 2, 3, 4
  ), kept AS (
    INSERT INTO "MapCell" AS cell ("level", "key", "x", "y", "count", "sumX", "sumY", "sumNumber")
      SELECT level, key, x, y, n, sx, sy, sn FROM cells WHERE (n, sx, sy, sn) <> (0, 0, 0, 0)
    ON CONFLICT ("level", "key", "x", "y") DO UPDATE SET "count" = cell."count" + EXCLUDED."count",
      "sumX" = cell."sumX" + EXCLUDED."sumX", "sumY" = cell."sumY" + EXCLUDED."sumY",
      "sumNumber" = cell."sumNumber" + EXCLUDED."sumNumber"
  )
  SELECT count(*) INTO folded FROM taken;
  RETURN folded;
END
$$;
