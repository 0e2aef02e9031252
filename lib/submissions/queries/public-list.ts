import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { scope } from '#lib/access/scope.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import type { PublicPage } from '../dto.ts';
import { type Cursor, type ListFilter, whereOf, writeCursor } from '../list-filter.ts';
import { countUnplaced, keptTotals, keysOf } from './map-cells.ts';
import { PUBLIC_SELECT, type PublicRow, publicItem } from './public-item.ts';

const PAGE_SIZE = 20;
/** Counting case by case stops here: an exact count would cost a scan. */
const COUNT_LIMIT = 1000;

/** Open imports and filed ideas are not hidden, only unreleased: the same scope for the list, its count and search. */
function visible(actor: Actor, filter: ListFilter): Prisma.SubmissionWhereInput {
  return { AND: [scope(actor, 'case.read'), whereOf(filter)] };
}

type Counted = Pick<PublicPage, 'count' | 'unplaced'>;
type Turn = { after?: Cursor | null; before?: Cursor | null };

/** A page of the public list, last change first, by keyset: as quick on page 20 000 as on the first. */
export async function publicList(
  actor: Actor,
  filter: ListFilter,
  turn: Turn,
  locale: Locale,
): Promise<PublicPage> {
  const where = visible(actor, filter);
  const [rows, counted] = await Promise.all([pageOf(where, turn), countOf(actor, filter, where)]);
  const { shown, hasPrevious, hasNext } = rows;
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    items: shown.map((row) => publicItem(row, locale)),
    ...counted,
    previous: hasPrevious && first ? writeCursor({ at: first.changedAt, id: first.id }) : null,
    next: hasNext && last ? writeCursor({ at: last.changedAt, id: last.id }) : null,
  };
}

/** With no filter, or one, the cells of the map know it; a filter of several things is counted up to a limit. */
async function countOf(
  actor: Actor,
  filter: ListFilter,
  where: Prisma.SubmissionWhereInput,
): Promise<Counted> {
  const seesMore = can(actor, 'case.read', { id: '', kind: 'QUESTION', assigned: null, department: null });
  const keys = filter.bbox || seesMore ? null : keysOf(filter);
  if (keys) {
    const { placed, unplaced } = await keptTotals(keys);
    return { count: { shown: placed + unplaced, more: false }, unplaced };
  }
  const [found, unplaced] = await Promise.all([
    db.submission.count({ where, take: COUNT_LIMIT + 1 }),
    filter.bbox || seesMore ? null : countUnplaced(filter),
  ]);
  return { count: { shown: Math.min(found, COUNT_LIMIT), more: found > COUNT_LIMIT }, unplaced };
}

async function pageOf(where: Prisma.SubmissionWhereInput, { after, before }: Turn) {
  const backwards = Boolean(before) && !after;
  const cursor = backwards ? before : after;
  const rows: PublicRow[] = await db.submission.findMany({
    where: cursor ? { AND: [where, beyond(cursor, backwards)] } : where,
    orderBy: backwards ? [{ changedAt: 'asc' }, { id: 'asc' }] : [{ changedAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
    select: PUBLIC_SELECT,
  });
  const more = rows.length > PAGE_SIZE;
  const shown = rows.slice(0, PAGE_SIZE);
  if (backwards) return { shown: shown.reverse(), hasPrevious: more, hasNext: true };
  return { shown, hasPrevious: Boolean(cursor), hasNext: more };
}

/** The rows after (or, backwards, before) a place in the order; the first bound lets the index start there. */
function beyond({ at, id }: Cursor, backwards: boolean): Prisma.SubmissionWhereInput {
  if (backwards) return { changedAt: { gte: at }, OR: [{ changedAt: { gt: at } }, { id: { gt: id } }] };
  return { changedAt: { lte: at }, OR: [{ changedAt: { lt: at } }, { id: { lt: id } }] };
}
