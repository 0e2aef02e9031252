import type { Actor } from '#lib/access/actor.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { containing, SHORTEST_WORD, wholeWord, wholeWords } from '../search-words.ts';
import type { StaffItem } from '../staff-dto.ts';
import { expectedRows } from './expected-rows.ts';
import { deskOf } from './staff-desk.ts';
import { readQueueFilter } from './staff-filter.ts';
import { ITEM_COLUMNS, ITEM_JOINS, type ItemRow, staffItem } from './staff-item.ts';
import { conditions, tabRule } from './staff-queue-rules.ts';

const { sql } = Prisma;

const MOST = 8;
/** Words that stand in more places than this name no address; to sort so many by age would take its time. */
const MOST_PLACES = 5000;

/**
 * The newest cases whose place has each of these words as it was typed: whoever types a street means the street, and
 * not every text that has a word like it. None where the words are in too many places to mean one.
 */
export async function casesAtAddress(actor: Actor, typed: string, locale: string): Promise<StaffItem[]> {
  const words = wholeWords(typed);
  if (words.every((word) => word.length < SHORTEST_WORD)) return [];
  const each = words.map((word) => sql`p."foldedWords" LIKE ${containing(word)}`);
  const [expected = 0] = await expectedRows([sql`SELECT FROM "Place" p WHERE ${Prisma.join(each, ' AND ')}`]);
  if (expected > MOST_PLACES) return [];
  // Of what the index finds by its parts; an expression of its own, so that this is neither looked up nor estimated too.
  const whole = words.map((word) => sql`(p."foldedWords" || '') ~ ${wholeWord(word)}`);
  const desk = deskOf(actor);
  const rows = await db.$queryRaw<ItemRow[]>`
    WITH placed AS MATERIALIZED (
      SELECT p."submissionId" FROM "Place" p WHERE ${Prisma.join([...each, ...whole], ' AND ')}),
    picked AS (
      SELECT s."id" FROM "Submission" s WHERE s."id" = ANY(ARRAY(SELECT "submissionId" FROM placed))
        AND ${conditions(actor, readQueueFilter({ tab: 'all' }, desk))} AND ${tabRule(actor, desk, 'all').where}
      ORDER BY s."receivedAt" DESC, s."id" DESC LIMIT ${MOST})
    SELECT ${ITEM_COLUMNS} FROM picked JOIN "Submission" s ON s."id" = picked."id" ${ITEM_JOINS}
    ORDER BY s."receivedAt" DESC, s."id" DESC`;
  return rows.map((row) => staffItem(actor, row, locale));
}
