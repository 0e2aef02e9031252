import type { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';

// Many cases of one year, changed in another order than they were received, often several at one moment. One word is
// everywhere, one only in what has rested for long, one is rare; questions and what was never released have them too.

const MANY = 9_000;

export async function bringMany(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Submission" ("id", "reference", "kind", "status", "outcome", "categoryCode", "channel", "findings",
      "departmentCode", "districtNumber", "receivedAt", "changedAt", "firstAnswerDue", "dueAt", "trackingHash",
      "text", "publicText", "searchText")
    SELECT gen_random_uuid(), 'KRK-2015-' || lpad(n::text, 6, '0'), (CASE WHEN n % 50 = 0 THEN 'QUESTION' ELSE 'PROBLEM' END)::"Kind",
      (CASE WHEN n % 40 = 1 THEN 'FORWARDED' ELSE 'CLOSED' END)::"Status",
      (CASE WHEN n % 40 <> 1 THEN 'ANSWERED' END)::"Outcome", (ARRAY['kosz', 'graffiti', 'chodnik'])[1 + n % 3],
      'IMPORT', '{}', (ARRAY['ZDMK', 'ZZM'])[1 + n % 2], CASE WHEN n % 50 <> 1 THEN 1 + n % 18 END, at, changed, at,
      CASE WHEN n % 40 = 1 THEN changed END, 'list' || n, words, words, CASE WHEN n % 7 <> 0 THEN words END
    FROM generate_series(1, ${MANY}::integer) n,
      LATERAL (SELECT '2015-01-01'::timestamptz + n * interval '55 minutes') received(at),
      LATERAL (SELECT date_trunc('hour', at + (n * 7919 % 200) * interval '1 day')) last(changed),
      LATERAL (SELECT 'opis sprawy ' || n || CASE WHEN n % 2 = 0 THEN ' latarnia' ELSE ' lawka' END
        || CASE WHEN changed < '2015-08-01' THEN ' sanki' ELSE '' END
        || CASE WHEN n % 401 = 0 THEN ' zyrandol' ELSE '' END) said(words)`;
  await db.$executeRaw`
    INSERT INTO "Place" ("id", "submissionId", "lat", "lng", "precision", "source")
    SELECT gen_random_uuid(), "id", 49.98 + n % 173 * 0.0008, 19.8 + n % 211 * 0.0018, 'EXACT', 'STAFF'
    FROM (SELECT "id", substr("reference", 10)::integer AS n FROM "Submission" WHERE "trackingHash" LIKE 'list%') each
    WHERE n % 50 <> 1`;
}

/** The same, found by looking at every case. */
export async function allOf(where: Prisma.Sql): Promise<string[]> {
  const rows = await db.$queryRaw<{ reference: string }[]>`
    SELECT s."reference" FROM "Submission" s LEFT JOIN "Place" p ON p."submissionId" = s."id"
    WHERE s."kind" <> 'QUESTION' AND ${where} ORDER BY s."changedAt" DESC, s."id" DESC`;
  return rows.map(({ reference }) => reference);
}
