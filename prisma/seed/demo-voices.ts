import { db } from '#lib/platform/db.ts';
import { IDEA_THRESHOLD } from '#lib/submissions/words.ts';
import { SOURCE } from './demo-years.ts';

/**
 * People behind the made-up ideas that are still on their way: as if they had called, with neither a name nor an
 * address. Those that the city weighs or took on had enough of them. Added once.
 */
export async function seedDemoVoices(): Promise<void> {
  await db.$executeRaw`
    WITH idea AS (
      SELECT "id", "publishedAt", "status", hashtext("id"::text) & 1023 AS luck FROM "Submission"
      WHERE "source" = ${SOURCE} AND "kind" = 'IDEA' AND "supportCount" = 0 AND "publishedAt" IS NOT NULL
        AND "status" IN ('PUBLISHED', 'UNDER_REVIEW', 'ACCEPTED')),
    counted AS (
      SELECT *, CASE WHEN "status" = 'PUBLISHED' THEN 2 + luck % 9 + (luck % 7) * (luck % 11) ELSE ${IDEA_THRESHOLD}::int + luck % 90 END AS voices
      FROM idea),
    voice AS (
      INSERT INTO "people"."Support" ("id", "submissionId", "keyHash", "channel", "createdAt", "verifiedAt")
      SELECT gen_random_uuid(), "id", encode(sha256(convert_to('voice ' || "id" || n, 'UTF8')), 'hex'), 'PHONE', at, at
      FROM counted, generate_series(1, voices) AS n,
        LATERAL (SELECT "publishedAt" + (now() - "publishedAt") * n / (voices + 1) AS at) AS moment)
    UPDATE "Submission" s SET "supportCount" = counted.voices FROM counted WHERE s."id" = counted."id"`;
}
