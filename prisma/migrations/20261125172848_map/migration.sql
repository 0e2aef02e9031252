-- The map of everything (docs/decisions, "The map is counted in cells"): one point a public case, counted in cells that are kept as sums.

CREATE TABLE "MapPoint" (
    "submissionId" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "kind" "Kind" NOT NULL,
    "status" "Status" NOT NULL,
    "categoryCode" TEXT NOT NULL,
    "departmentCode" TEXT,
    "districtNumber" INTEGER,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "x" INTEGER,
    "y" INTEGER,
    "strip" INTEGER,

    CONSTRAINT "MapPoint_pkey" PRIMARY KEY ("submissionId")
);
CREATE UNIQUE INDEX "MapPoint_number_key" ON "MapPoint"("number");
CREATE INDEX "MapPoint_strip_y_idx" ON "MapPoint"("strip", "y");
CREATE INDEX "MapPoint_categoryCode_strip_y_idx" ON "MapPoint"("categoryCode", "strip", "y");
CREATE INDEX "MapPoint_districtNumber_idx" ON "MapPoint"("districtNumber");
CREATE INDEX "MapPoint_departmentCode_idx" ON "MapPoint"("departmentCode");
CREATE INDEX "MapPoint_status_idx" ON "MapPoint"("status");
CREATE INDEX "MapPoint_receivedAt_idx" ON "MapPoint"("receivedAt");
ALTER TABLE "MapPoint" ADD CONSTRAINT "MapPoint_submissionId_fkey"
  FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "MapCell" (
    "level" SMALLINT NOT NULL,
    "key" TEXT NOT NULL,
    "x" INTEGER NOT NULL,
    "y" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "sumX" BIGINT NOT NULL,
    "sumY" BIGINT NOT NULL,
    "sumNumber" BIGINT NOT NULL,

    CONSTRAINT "MapCell_pkey" PRIMARY KEY ("level", "key", "x", "y")
);

CREATE TABLE "MapDelta" (
    "id" BIGSERIAL NOT NULL,
    "sign" SMALLINT NOT NULL,
    "keys" TEXT[],
    "x" INTEGER,
    "y" INTEGER,
    "number" BIGINT NOT NULL,

    CONSTRAINT "MapDelta_pkey" PRIMARY KEY ("id")
);

-- Where a longitude and a latitude lie on the square map of the world (Web Mercator) of 2^30 by 2^30 parts, from the
-- north-west: about 2.4 cm a part in Kraków. lib/submissions/map-grid.ts computes the same.
CREATE FUNCTION "map_x"(lng DOUBLE PRECISION) RETURNS INTEGER LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT least(greatest(floor((lng + 180) / 360 * 1073741824), 0), 1073741823)::integer
$$;
CREATE FUNCTION "map_y"(lat DOUBLE PRECISION) RETURNS INTEGER LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT least(greatest(floor(
    (1 - asinh(tan(radians(least(greatest(lat, -85.0511), 85.0511)))) / pi()) / 2 * 1073741824
  ), 0), 1073741823)::integer
$$;

-- What everybody may see of where things are; says in SQL what `publicPoint` says in TypeScript. Questions are nobody's
-- business; a withdrawn case has no point any more; a sensitive one stands in the middle of its district.
CREATE VIEW "MapSource" AS
SELECT s."id" AS "submissionId", s."kind", s."status", s."categoryCode", s."departmentCode", s."districtNumber",
       s."receivedAt", "map_x"(point.lng) AS "x", "map_y"(point.lat) AS "y"
FROM "Submission" s
JOIN "Category" c ON c."code" = s."categoryCode"
LEFT JOIN "Place" p ON p."submissionId" = s."id" AND p."main"
LEFT JOIN "District" d ON d."number" = s."districtNumber"
CROSS JOIN LATERAL (SELECT
    NOT c."sensitive" AND p."lat" IS NOT NULL AND p."lng" IS NOT NULL AS exact,
    s."outcome" IS DISTINCT FROM 'WITHDRAWN' AS shown
  ) eye
CROSS JOIN LATERAL (SELECT
    CASE WHEN eye.shown THEN CASE WHEN eye.exact THEN p."lat" ELSE d."lat" END END AS lat,
    CASE WHEN eye.shown THEN CASE WHEN eye.exact THEN p."lng" ELSE d."lng" END END AS lng
  ) point
WHERE s."kind" <> 'QUESTION';

-- Brings the points of these cases up to what is so now.
CREATE FUNCTION "map_refresh"(ids UUID[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "MapPoint" p WHERE p."submissionId" = ANY(ids)
    AND NOT EXISTS (SELECT FROM "Submission" s WHERE s."id" = p."submissionId" AND s."kind" <> 'QUESTION');
  INSERT INTO "MapPoint" AS kept ("submissionId", "kind", "status", "categoryCode", "departmentCode",
      "districtNumber", "receivedAt", "x", "y", "strip")
    SELECT "submissionId", "kind", "status", "categoryCode", "departmentCode", "districtNumber", "receivedAt",
      "x", "y", "x" >> 13 FROM "MapSource" WHERE "submissionId" = ANY(ids)
  ON CONFLICT ("submissionId") DO UPDATE SET
    "kind" = EXCLUDED."kind", "status" = EXCLUDED."status", "categoryCode" = EXCLUDED."categoryCode",
    "departmentCode" = EXCLUDED."departmentCode", "districtNumber" = EXCLUDED."districtNumber",
    "receivedAt" = EXCLUDED."receivedAt", "x" = EXCLUDED."x", "y" = EXCLUDED."y", "strip" = EXCLUDED."strip"
  WHERE (kept."kind", kept."status", kept."categoryCode", kept."departmentCode", kept."districtNumber",
      kept."receivedAt", kept."x", kept."y")
    IS DISTINCT FROM (EXCLUDED."kind", EXCLUDED."status", EXCLUDED."categoryCode", EXCLUDED."departmentCode",
      EXCLUDED."districtNumber", EXCLUDED."receivedAt", EXCLUDED."x", EXCLUDED."y");
END
$$;

CREATE FUNCTION "map_on_submission"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids UUID[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(n."id") INTO ids FROM after n;
  ELSE
    SELECT array_agg(n."id") INTO ids FROM after n JOIN before b ON b."id" = n."id"
    WHERE (n."kind", n."status", n."outcome", n."categoryCode", n."departmentCode", n."districtNumber", n."receivedAt")
      IS DISTINCT FROM
      (b."kind", b."status", b."outcome", b."categoryCode", b."departmentCode", b."districtNumber", b."receivedAt");
  END IF;
  IF ids IS NOT NULL THEN PERFORM "map_refresh"(ids); END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Submission_map_insert" AFTER INSERT ON "Submission"
  REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION "map_on_submission"();
CREATE TRIGGER "Submission_map_update" AFTER UPDATE ON "Submission"
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION "map_on_submission"();

-- The case is held meanwhile: whoever changes it at this moment is waited for, and then seen.
CREATE FUNCTION "map_on_place"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids UUID[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT n."submissionId") INTO ids FROM after n;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT b."submissionId") INTO ids FROM before b;
  ELSE
    SELECT array_agg(DISTINCT each."submissionId") INTO ids FROM (
      SELECT n."submissionId" FROM after n UNION ALL SELECT b."submissionId" FROM before b) each;
  END IF;
  IF ids IS NULL THEN RETURN NULL; END IF;
  PERFORM FROM "Submission" s WHERE s."id" = ANY(ids) ORDER BY s."id" FOR NO KEY UPDATE;
  PERFORM "map_refresh"(ids);
  RETURN NULL;
END
$$;
CREATE TRIGGER "Place_map_insert" AFTER INSERT ON "Place"
  REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION "map_on_place"();
CREATE TRIGGER "Place_map_update" AFTER UPDATE ON "Place"
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION "map_on_place"();
CREATE TRIGGER "Place_map_delete" AFTER DELETE ON "Place"
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION "map_on_place"();

-- A category that becomes sensitive takes its exact points off the map at once; a district's middle may be moved.
CREATE FUNCTION "map_on_reference"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "map_refresh"(array_agg(s."id")) FROM "Submission" s
    WHERE CASE TG_TABLE_NAME WHEN 'Category' THEN s."categoryCode" = to_jsonb(NEW)->>'code'
      ELSE s."districtNumber" = (to_jsonb(NEW)->>'number')::integer END;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Category_map" AFTER UPDATE ON "Category" FOR EACH ROW
  WHEN (OLD."sensitive" <> NEW."sensitive") EXECUTE FUNCTION "map_on_reference"();
CREATE TRIGGER "District_map" AFTER UPDATE ON "District" FOR EACH ROW
  WHEN ((OLD."lat", OLD."lng") IS DISTINCT FROM (NEW."lat", NEW."lng")) EXECUTE FUNCTION "map_on_reference"();

-- Whatever happens to a point is noted as what it takes from the cells and adds to them. Nobody waits for anybody:
-- notes are only added, and folded into the cells by the worker.
CREATE FUNCTION "map_keys"(p "MapPoint") RETURNS TEXT[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_remove(ARRAY['all', 'kind:' || p."kind", 'status:' || p."status", 'category:' || p."categoryCode",
    'department:' || p."departmentCode", 'district:' || p."districtNumber"], NULL)
$$;
CREATE FUNCTION "map_on_point"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "MapDelta" ("sign", "keys", "x", "y", "number")
      SELECT -1, "map_keys"(b), b."x", b."y", b."number" FROM before b;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "MapDelta" ("sign", "keys", "x", "y", "number")
      SELECT 1, "map_keys"(n), n."x", n."y", n."number" FROM after n;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "MapPoint_insert" AFTER INSERT ON "MapPoint"
  REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION "map_on_point"();
CREATE TRIGGER "MapPoint_update" AFTER UPDATE ON "MapPoint"
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION "map_on_point"();
CREATE TRIGGER "MapPoint_delete" AFTER DELETE ON "MapPoint"
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION "map_on_point"();

-- Takes up to so many notes into the cells, all or nothing, and says how many. One at a time: a second caller has
-- nothing to do. Level 0 is one cell for all that is placed, and one at -1, -1 for what is not.
CREATE FUNCTION "map_fold"(most INTEGER) RETURNS INTEGER LANGUAGE plpgsql AS $$
DECLARE folded INTEGER;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('map_fold')) THEN RETURN 0; END IF;
  WITH taken AS (
    DELETE FROM "MapDelta" WHERE "id" IN (SELECT "id" FROM "MapDelta" ORDER BY "id" LIMIT most)
    RETURNING "sign", "keys", "x", "y", "number"
  ), finest AS (
    SELECT key, "x" >> 13 AS x, "y" >> 13 AS y, sum("sign") AS n, sum("sign" * "x"::bigint) AS sx,
      sum("sign" * "y"::bigint) AS sy, sum("sign" * "number") AS sn
    FROM taken, unnest("keys") AS key GROUP BY 1, 2, 3
  ), cells AS (
    SELECT level, key, coalesce(x >> (17 - level), -1) AS x, coalesce(y >> (17 - level), -1) AS y, sum(n) AS n,
      coalesce(sum(sx), 0) AS sx, coalesce(sum(sy), 0) AS sy, sum(sn) AS sn
    FROM finest, unnest(ARRAY[0, 12, 13, 14, 15, 16, 17]) AS level
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

-- What there is already.
INSERT INTO "MapPoint" ("submissionId", "kind", "status", "categoryCode", "departmentCode", "districtNumber",
    "receivedAt", "x", "y", "strip")
  SELECT "submissionId", "kind", "status", "categoryCode", "departmentCode", "districtNumber", "receivedAt",
    "x", "y", "x" >> 13 FROM "MapSource";
SELECT "map_fold"(2147483647);
