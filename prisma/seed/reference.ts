import { db, type Tx } from '#lib/platform/db.ts';
import {
  readCategories,
  readDepartments,
  readDistricts,
  readGazetteer,
  readGroups,
  readInstitutions,
  readReplyTemplates,
} from './files.ts';
import { readProcedures, seedProcedures } from './procedures.ts';

const TIMEOUT_MS = 30_000;

/** How often one table changed: rows that were missing, and rows brought up to date. */
export type ReferenceChanges = Record<string, number>;

/**
 * Brings the reference data of the files into the database, in one transaction, and may run at every start. Missing
 * rows are added; existing ones follow the files until an administrator edits them (`edited`). Districts and places
 * are only ever added, because a production installation loads the city's own. Nothing is deleted.
 */
export async function seedReference(): Promise<ReferenceChanges> {
  const figures = readFigures();
  return db.$transaction(
    async (tx) => ({
      departments: await seedDepartments(tx, figures.departments),
      districts: await seedDistricts(tx, figures.districts),
      categories: await seedCategories(tx, figures.categories),
      institutions: await seedInstitutions(tx, figures.institutions),
      places: await seedPlaces(tx, figures.places),
      procedures: await seedProcedures(tx, figures.procedures),
      replyTemplates: await seedReplyTemplates(tx, figures.replyTemplates),
    }),
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  );
}

function readFigures() {
  const groupNames = new Map(readGroups().map((group) => [group.code, group.name]));
  const positioned = <T>(rows: T[]) => rows.map((row, position) => ({ ...row, position }));
  return {
    departments: positioned(readDepartments()),
    districts: readDistricts(),
    categories: positioned(
      readCategories().map((category) => ({ ...category, groupName: groupNames.get(category.group) })),
    ),
    institutions: positioned(readInstitutions()),
    places: readGazetteer(),
    procedures: readProcedures(),
    replyTemplates: positioned(readReplyTemplates()),
  };
}

// One statement per table: PostgreSQL reads the rows from one JSON parameter and leaves alone what is already right.

function seedDepartments(tx: Tx, rows: object[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Department" AS old ("code", "name", "scope", "contact", "contactConfirmed", "position")
    SELECT "code", "name", "scope", "contact", "contactConfirmed", "position"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("code" text, "name" jsonb, "scope" jsonb, "contact" text, "contactConfirmed" boolean, "position" int)
    ON CONFLICT ("code") DO UPDATE SET "name" = excluded."name", "scope" = excluded."scope",
      "contact" = excluded."contact", "contactConfirmed" = excluded."contactConfirmed",
      "position" = excluded."position"
    WHERE NOT old."edited" AND
      (old."name", old."scope", old."contact", old."contactConfirmed", old."position") IS DISTINCT FROM
      (excluded."name", excluded."scope", excluded."contact", excluded."contactConfirmed", excluded."position")`;
}

async function seedDistricts(tx: Tx, rows: object[]): Promise<number> {
  const figures = JSON.stringify(rows);
  const added = await tx.$executeRaw`
    INSERT INTO "District" ("number", "roman", "name", "inOther", "lat", "lng", "outline")
    SELECT "number", "roman", "name", "inOther", "lat", "lng", "outline"
    FROM jsonb_to_recordset(${figures}::jsonb)
      AS r("number" int, "roman" text, "name" text, "inOther" jsonb, "lat" float8, "lng" float8, "outline" jsonb)
    ON CONFLICT DO NOTHING`;
  // Those that were there before the names in other languages, as long as they are still called the same.
  const named = await tx.$executeRaw`
    UPDATE "District" old SET "inOther" = r."inOther"
    FROM jsonb_to_recordset(${figures}::jsonb) AS r("number" int, "name" text, "inOther" jsonb)
    WHERE r."number" = old."number" AND r."name" = old."name"
      AND old."inOther" = '{}' AND r."inOther" <> '{}'`;
  return added + named;
}

function seedCategories(tx: Tx, rows: object[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Category" AS old ("code", "kind", "group", "groupName", "name", "keywords", "departmentCode",
      "firstAnswerDays", "fixDays", "danger", "locationRequired", "sensitive", "position")
    SELECT "code", "kind"::"Kind", "group", "groupName", "name", "keywords", "department",
      "firstAnswerDays", "fixDays", "danger", "locationRequired", "sensitive", "position"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("code" text, "kind" text, "group" text, "groupName" jsonb, "name" jsonb, "keywords" jsonb,
        "department" text, "firstAnswerDays" int, "fixDays" int, "danger" boolean, "locationRequired" boolean,
        "sensitive" boolean, "position" int)
    ON CONFLICT ("code") DO UPDATE SET "group" = excluded."group", "groupName" = excluded."groupName",
      "name" = excluded."name", "keywords" = excluded."keywords", "departmentCode" = excluded."departmentCode",
      "firstAnswerDays" = excluded."firstAnswerDays", "fixDays" = excluded."fixDays", "danger" = excluded."danger",
      "locationRequired" = excluded."locationRequired", "sensitive" = excluded."sensitive",
      "position" = excluded."position"
    WHERE NOT old."edited" AND
      (old."group", old."groupName", old."name", old."keywords", old."departmentCode", old."firstAnswerDays",
        old."fixDays", old."danger", old."locationRequired", old."sensitive", old."position") IS DISTINCT FROM
      (excluded."group", excluded."groupName", excluded."name", excluded."keywords", excluded."departmentCode",
        excluded."firstAnswerDays", excluded."fixDays", excluded."danger", excluded."locationRequired",
        excluded."sensitive", excluded."position")`;
}

function seedInstitutions(tx: Tx, rows: object[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Institution" AS old ("code", "name", "scope", "phone", "position")
    SELECT "code", "name", "scope", "phone", "position"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("code" text, "name" jsonb, "scope" jsonb, "phone" text, "position" int)
    ON CONFLICT ("code") DO UPDATE SET "name" = excluded."name", "scope" = excluded."scope",
      "phone" = excluded."phone", "position" = excluded."position"
    WHERE NOT old."edited" AND (old."name", old."scope", old."phone", old."position") IS DISTINCT FROM
      (excluded."name", excluded."scope", excluded."phone", excluded."position")`;
}

function seedPlaces(tx: Tx, rows: object[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "GazetteerPlace" ("type", "name", "lat", "lng", "district")
    SELECT "type", "name", "lat", "lng", "district"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("type" text, "name" text, "lat" float8, "lng" float8, "district" int)
    WHERE NOT EXISTS (SELECT FROM "GazetteerPlace" p WHERE p."type" = r."type" AND p."name" = r."name")
    ON CONFLICT DO NOTHING`;
}

/** Only ever added: from then on they are the city's to change, or to switch off. */
function seedReplyTemplates(tx: Tx, rows: object[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "ReplyTemplate" ("id", "name", "command", "kind", "categoryCode", "departmentCode", "text", "position")
    SELECT "id", "name", "command", "kind"::"Kind", "category", "department", "text", "position"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("id" uuid, "name" text, "command" text, "kind" text, "category" text, "department" text, "text" jsonb,
        "position" int)
    ON CONFLICT DO NOTHING`;
}
