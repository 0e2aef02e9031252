const COLUMNS = `"submissionId", "kind", "status", "categoryCode", "departmentCode", "districtNumber", "receivedAt", "x", "y"`;
const SOURCE = `SELECT ${COLUMNS} FROM "MapSource"`;
const POINTS = `SELECT ${COLUMNS} FROM "MapPoint"`;

/** Points that are not where, or as, the cases are: none at any moment. */
export const WRONG_POINTS = `(${SOURCE} EXCEPT ${POINTS}) UNION ALL (${POINTS} EXCEPT ${SOURCE})`;

/** Cells that, with what is noted for them, are not the sums of their points: none at any moment. */
export const WRONG_CELLS = `
    SELECT level, key, x, y, sum(n) AS n FROM (
      SELECT "level" AS level, "key" AS key, "x" AS x, "y" AS y, "count" AS n, "sumX" AS sx, "sumY" AS sy,
        "sumNumber" AS sn FROM "MapCell"
      UNION ALL
      SELECT level, key, coalesce(p.x >> (30 - level), -1), coalesce(p.y >> (30 - level), -1), p.n,
        p.n * coalesce(p.x, 0)::bigint, p.n * coalesce(p.y, 0)::bigint, p.n * p.number
      FROM (SELECT "sign" AS n, "keys" AS keys, "x" AS x, "y" AS y, "number" AS number FROM "MapDelta"
            UNION ALL SELECT -1, "map_keys"(p), p."x", p."y", p."number" FROM "MapPoint" p) p,
        unnest(p.keys) AS key, unnest(ARRAY[0, 12, 13, 14, 15, 16, 17, 18]) AS level
      WHERE level = 0 OR p.x IS NOT NULL
    ) each
    GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 OR sum(sx) <> 0 OR sum(sy) <> 0 OR sum(sn) <> 0`;
