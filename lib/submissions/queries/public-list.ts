import type { Actor } from '#lib/access/actor.ts';
import { scope } from '#lib/access/scope.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import type { PublicPage } from '../dto.ts';
import { type Cursor, type ListFilter, readSearch, statusesOf, writeCursor } from '../list-filter.ts';
import { type Counted, countOf } from './public-count.ts';
import { type Found, findArea, findDays, findTyped } from './public-find.ts';
import type { Sought } from './public-find-sql.ts';
import { PUBLIC_SELECT, type PublicRow, publicItem } from './public-item.ts';

const PAGE_SIZE = 20;

/**
 * What is public of what the actor may see, whoever looks: the map counts the same. Open imports and filed ideas are
 * not hidden, only unreleased.
 */
function visible(actor: Actor, filter: ListFilter): Prisma.SubmissionWhereInput {
  const { kind, category, department, district } = filter;
  const status = statusesOf(filter);
  const narrowed = {
    ...(kind.length > 0 && { kind: { in: kind } }),
    ...(status.length > 0 && { status: { in: status } }),
    ...(category.length > 0 && { categoryCode: { in: category } }),
    ...(department.length > 0 && { departmentCode: { in: department } }),
    ...(district.length > 0 && { districtNumber: { in: district } }),
  };
  return { AND: [scope(actor, 'case.read'), { kind: { not: 'QUESTION' } }, narrowed] };
}

type Turn = { after?: Cursor | null; before?: Cursor | null };

/** A page of the public list, last change first, by keyset: as quick on page 20 000 as on the first. */
export async function publicList(
  actor: Actor,
  filter: ListFilter,
  { after, before }: Turn,
  locale: Locale,
): Promise<PublicPage> {
  const backwards = Boolean(before) && !after;
  const cursor = (backwards ? before : after) ?? null;
  const { rows, counted } = await pageOf({ actor, filter, cursor, backwards, take: PAGE_SIZE + 1 });
  const more = rows.length > PAGE_SIZE;
  const shown = rows.slice(0, PAGE_SIZE);
  if (backwards) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  const hasPrevious = backwards ? more : cursor !== null;
  const hasNext = backwards || more;
  return {
    items: shown.map((row) => publicItem(row, locale)),
    ...counted,
    previous: hasPrevious && first ? writeCursor({ at: first.changedAt, id: first.id }) : null,
    next: hasNext && last ? writeCursor({ at: last.changedAt, id: last.id }) : null,
  };
}

type Page = { rows: PublicRow[]; counted: Counted };

async function pageOf(sought: Sought): Promise<Page> {
  const found = await find(sought);
  if (found) return { rows: await rowsOf(found.ids), counted: found.counted };
  const [rows, counted] = await Promise.all([readPage(sought), countOf(sought.filter)]);
  return { rows, counted };
}

/** What was typed, areas and days have ways of their own to find a page; all else is read from an index in its order. */
async function find(sought: Sought): Promise<Found | null> {
  const { q, bbox, from, to } = sought.filter;
  if (q) return findTyped(sought, readSearch(q));
  if (bbox) return findArea(sought, bbox);
  return from || to ? findDays(sought) : null;
}

async function readPage({ actor, filter, cursor, backwards, take }: Sought): Promise<PublicRow[]> {
  const where = visible(actor, filter);
  return db.submission.findMany({
    where: cursor ? { AND: [where, beyond(cursor, backwards)] } : where,
    orderBy: backwards ? [{ changedAt: 'asc' }, { id: 'asc' }] : [{ changedAt: 'desc' }, { id: 'desc' }],
    take,
    select: PUBLIC_SELECT,
  });
}

/** The rows of a page that is known, in its order. */
async function rowsOf(ids: string[]): Promise<PublicRow[]> {
  const rows = await db.submission.findMany({ where: { id: { in: ids } }, select: PUBLIC_SELECT });
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** The rows after (or, backwards, before) a place in the order; the first bound lets the index start there. */
function beyond({ at, id }: Cursor, backwards: boolean): Prisma.SubmissionWhereInput {
  if (backwards) return { changedAt: { gte: at }, OR: [{ changedAt: { gt: at } }, { id: { gt: id } }] };
  return { changedAt: { lte: at }, OR: [{ changedAt: { lt: at } }, { id: { lt: id } }] };
}
