import type pg from 'pg';

/**
 * Makes a few made-up cases many, set by set: copies of the rows themselves with ids, numbers and moments of their own.
 * What is kept by triggers is worked out at the end, for all at once.
 */
const TABLES = ['Submission', 'Place', 'Assignment', 'Event', 'Message'] as const;
type Table = (typeof TABLES)[number];

/** Columns that a copy has other values in; `c` is the copy, `o` the row that is copied. */
const OTHERWISE: Record<Table, Record<string, string>> = {
  Submission: {
    id: 'c."new"',
    reference: `'KRK-' || c."year" || '-' || lpad(c."number"::text, 6, '0')`,
    trackingHash: `encode(sha256(convert_to(c."new"::text, 'UTF8')), 'hex')`,
    draftId: 'NULL',
    externalId: `o."externalId" || '-' || c."copy"`,
    duplicateOfId: 'NULL',
  },
  Place: {
    id: 'gen_random_uuid()',
    submissionId: 'c."new"',
    lat: 'o."lat" + c."north"',
    lng: 'o."lng" + c."east"',
  },
  Assignment: { id: 'gen_random_uuid()', submissionId: 'c."new"' },
  Event: { id: `nextval(pg_get_serial_sequence('"Event"', 'id'))`, submissionId: 'c."new"' },
  Message: { id: 'gen_random_uuid()', submissionId: 'c."new"', eventId: 'e."new"' },
};

const CASE_OF: Record<Table, string> = {
  Submission: 'o."id"',
  Place: 'o."submissionId"',
  Assignment: 'o."submissionId"',
  Event: 'o."submissionId"',
  Message: 'o."submissionId"',
};

/** Brings the number of cases to `rows`. */
export async function multiply(client: pg.Client, rows: number, say: (line: string) => void): Promise<void> {
  const { rows: counted } = await client.query<{ count: string }>('SELECT count(*) FROM "Submission"');
  const missing = rows - Number(counted[0]?.count);
  if (missing <= 0) return;
  await client.query(
    `SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'`,
  );
  const indexes = await dropIndexes(client);
  await planCopies(client, missing);
  for (const table of TABLES) {
    say(`  ${table} …`);
    await copy(client, table);
  }
  say('  indexes …');
  for (const definition of indexes) await client.query(definition);
  await client.query('SET session_replication_role = origin');
  await catchUp(client, say);
}

/** Plain ones only: what must be unique stays guarded. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ schemaname: string; indexname: string; indexdef: string }>(
    `SELECT i.schemaname, i.indexname, i.indexdef FROM pg_indexes i
     WHERE i.schemaname = 'public' AND i.tablename = ANY($1) AND i.indexdef NOT LIKE 'CREATE UNIQUE%'`,
    [[...TABLES, 'MapPoint']],
  );
  for (const { schemaname, indexname } of rows)
    await client.query(`DROP INDEX "${schemaname}"."${indexname}"`);
  return rows.map(({ indexdef }) => indexdef);
}

/** Which row is copied into which: each some days earlier and some metres off. */
async function planCopies(client: pg.Client, missing: number): Promise<void> {
  await client.query('SELECT setseed(0.25)');
  await client.query(
    `CREATE TEMP TABLE "copies" AS
     SELECT "old", gen_random_uuid() AS "new", "copy", "shift", "north", "east", "year",
       (SELECT coalesce(max("last"), 0) FROM "ReferenceCounter") + row_number() OVER () AS "number"
     FROM (
       SELECT s."id" AS "old", k AS "copy", make_interval(secs => floor(random() * 63072000)) AS "shift",
         (random() - 0.5) * 0.004 AS "north", (random() - 0.5) * 0.006 AS "east",
         extract(year FROM s."receivedAt" AT TIME ZONE 'Europe/Warsaw')::int AS "year"
       FROM "Submission" s, generate_series(1, $1::bigint / (SELECT count(*) FROM "Submission") + 1) k
       LIMIT $1) planned`,
    [missing],
  );
  await client.query('CREATE INDEX ON "copies" ("old"); ANALYZE "copies"');
  await client.query('CREATE TEMP TABLE "copied_events" ("old" bigint, "case" uuid, "new" bigint)');
}

type Column = { name: string; moment: boolean };

async function columnsOf(client: pg.Client, table: Table): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT column_name AS name, data_type = 'timestamp with time zone' AS moment FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  return rows;
}

async function copy(client: pg.Client, table: Table): Promise<void> {
  const columns = await columnsOf(client, table);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const values = columns.map(({ name, moment }) => {
    const plain = moment ? `o."${name}" - c."shift"` : `o."${name}"`;
    return `${OTHERWISE[table][name] ?? plain} AS "${name}"`;
  });
  const from = `FROM "${table}" o JOIN "copies" c ON c."old" = ${CASE_OF[table]}`;
  if (table === 'Event') {
    await client.query(
      `WITH made AS MATERIALIZED (SELECT o."id" AS "was", c."new" AS "case", ${values.join(', ')} ${from} ORDER BY o."id"),
         kept AS (INSERT INTO "copied_events" SELECT "was", "case", "id" FROM made)
       INSERT INTO "Event" (${names}) SELECT ${names} FROM made`,
    );
    await client.query('CREATE INDEX ON "copied_events" ("case", "old"); ANALYZE "copied_events"');
    return;
  }
  const events =
    table === 'Message' ? 'JOIN "copied_events" e ON e."case" = c."new" AND e."old" = o."eventId"' : '';
  await client.query(`INSERT INTO "${table}" (${names}) SELECT ${values.join(', ')} ${from} ${events}`);
}

/** What the database and the worker keep of all cases: numbers given, the map, months to be counted. */
async function catchUp(client: pg.Client, say: (line: string) => void): Promise<void> {
  await client.query(`
    INSERT INTO "ReferenceCounter" ("year", "last")
      SELECT split_part("reference", '-', 2)::int, max(split_part("reference", '-', 3)::int) FROM "Submission" GROUP BY 1
    ON CONFLICT ("year") DO UPDATE SET "last" = EXCLUDED."last"`);
  say('  map …');
  await client.query(`
    INSERT INTO "MapPoint" ("submissionId", "kind", "status", "categoryCode", "departmentCode", "districtNumber",
        "receivedAt", "x", "y", "strip")
      SELECT "submissionId", "kind", "status", "categoryCode", "departmentCode", "districtNumber", "receivedAt",
        "x", "y", "x" >> 13 FROM "MapSource"
    ON CONFLICT DO NOTHING`);
  for (let folded = 1; folded > 0; ) {
    const { rows } = await client.query<{ folded: number }>('SELECT "map_fold"(200000) AS folded');
    folded = rows[0]?.folded ?? 0;
  }
  await client.query(`
    INSERT INTO "StatisticsDirty" ("month")
      SELECT DISTINCT "city_month"(at) FROM "Submission",
        LATERAL (VALUES ("receivedAt"), (COALESCE("resolvedAt", "closedAt"))) AS moments(at) WHERE at IS NOT NULL`);
  say('  statistics of the tables …');
  await client.query('VACUUM ANALYZE');
}
