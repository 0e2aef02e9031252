import { Prisma } from '#lib/generated/prisma/client.ts';

const { sql } = Prisma;

/** Shorter words stand in no trigram index. */
const SHORTEST_WORD = 3;
const MOST_WORDS = 6;

/**
 * Cases in whose text or address every word of the search stands, as a common table expression `found`; null when the
 * search has no word long enough to look for. The person who reported is never searched here.
 */
export function searchSql(typed: string): Prisma.Sql | null {
  const words = typed.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const long = words.filter((word) => word.length >= SHORTEST_WORD);
  if (long.length === 0) return null;
  const sets = long.map((word) => having(word));
  const short = words.filter((word) => word.length < SHORTEST_WORD).map((word) => also(word));
  const rest = short.length > 0 ? sql` WHERE ${Prisma.join(short, ' AND ')}` : Prisma.empty;
  return sql`SELECT hit."id" FROM (${Prisma.join(sets, ' INTERSECT ')}) hit${rest}`;
}

function having(word: string): Prisma.Sql {
  const pattern = containing(word);
  return sql`(SELECT "id" FROM "Submission" WHERE "text" ILIKE ${pattern}
    UNION SELECT "submissionId" FROM "Place" WHERE "address" ILIKE ${pattern})`;
}

/** A short word only narrows down what the long ones have found. */
function also(word: string): Prisma.Sql {
  const pattern = containing(word);
  return sql`(EXISTS (SELECT 1 FROM "Submission" t WHERE t."id" = hit."id" AND t."text" ILIKE ${pattern})
    OR EXISTS (SELECT 1 FROM "Place" p WHERE p."submissionId" = hit."id" AND p."address" ILIKE ${pattern}))`;
}

function containing(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
