-- Whether a category is sensitive is read while nobody can change it: who draws a point at the moment in which its category
-- becomes sensitive waits for that, and then draws it in the middle of the district.
CREATE OR REPLACE FUNCTION "map_refresh"(ids UUID[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Category" c
    WHERE c."code" IN (SELECT s."categoryCode" FROM "Submission" s WHERE s."id" = ANY(ids))
    ORDER BY c."code" FOR SHARE;
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
