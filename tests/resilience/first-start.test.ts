import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readDemoCases } from '#prisma/seed/demo-cases.ts';
import {
  readCategories,
  readDepartments,
  readDistricts,
  readGazetteer,
  readInstitutions,
} from '#prisma/seed/files.ts';
import { Portal } from './harness/portal.ts';

const LIMIT_MS = 300_000;

const portal = new Portal('first-start');

afterAll(() => portal.remove(), 60_000);

/** Whether something of the data directory's is called so, or begins so. */
const isThere = (name: string) => () => {
  const folder = path.join(portal.dataDir, path.dirname(name));
  try {
    return readdirSync(folder).some((one) => one.startsWith(path.basename(name)));
  } catch {
    return false;
  }
};

/** Whether a query finds anything; before there is a server or a table, it does not. */
const finds = (sql: string) => async () => (await portal.query(sql).catch(() => [])).length > 0;

/** The first migration makes this extension too: it waits for us. */
function heldUp(): { moment: () => Promise<boolean>; letGo: () => Promise<void> } {
  let letGo: (() => Promise<void>) | undefined;
  const waits = finds(
    "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%pg_trgm%'",
  );
  const moment = async () => {
    letGo ??= await portal.hold('CREATE EXTENSION pg_trgm').catch(() => undefined);
    return letGo !== undefined && waits();
  };
  return { moment, letGo: async () => letGo?.() };
}

const demoCases = (count: number) => finds(`SELECT 1 FROM "Submission" OFFSET ${count} LIMIT 1`);

it(
  'a first start that is killed again and again comes to the same portal',
  async () => {
    await portal.startInVain('the database is being made', isThere('postgres.new-'), 'supervisor');
    await portal.startInVain('the database server starts', isThere('postgres/postmaster.pid'), 'supervisor');
    await portal.startInVain('a migration is under way', heldUp().moment, 'everything');
    const migration = heldUp();
    await portal.startInVain('a migration is under way', migration.moment, 'supervisor');
    await migration.letGo();
    await portal.startInVain('the first demo cases are there', demoCases(3), 'supervisor');
    await portal.startInVain('some more of the demo cases are there', demoCases(10), 'database');
    await portal.startInVain('half of the demo cases are there', demoCases(20), 'everything');
    await portal.start();
    const [counts] = await portal.query(`
      SELECT (SELECT count(*) FROM "Department")::int AS "departments",
        (SELECT count(*) FROM "Category")::int AS "categories",
        (SELECT count(*) FROM "District")::int AS "districts",
        (SELECT count(*) FROM "Institution")::int AS "institutions",
        (SELECT count(*) FROM "GazetteerPlace")::int AS "places",
        (SELECT count(*) FROM "Submission")::int AS "cases",
        (SELECT count(*) FROM "Event")::int AS "events",
        (SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL)::int AS "halves"`);
    const demo = readDemoCases();
    expect(counts).toEqual({
      departments: readDepartments().length,
      categories: readCategories().length,
      districts: readDistricts().length,
      institutions: readInstitutions().length,
      places: readGazetteer().length,
      cases: demo.length,
      events: demo.reduce((sum, { steps }) => sum + 1 + steps.length, 0),
      halves: 0,
    });
  },
  LIMIT_MS,
);
