import type { Actor } from '#lib/access/actor.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import type { QueueFilter, StaffPage } from '../staff-dto.ts';
import { isOpen, STATUSES, type Status } from '../words.ts';
import { deskOf } from './staff-desk.ts';
import { ITEM_COLUMNS, ITEM_JOINS, type ItemRow, staffItem } from './staff-item.ts';
import { beyond, type Order, orderOf, type Place, readPlace, writePlace } from './staff-queue-order.ts';
import { conditions, inStatuses, tabRule } from './staff-queue-rules.ts';
import { planSearch, type Search } from './staff-queue-search.ts';

const { sql } = Prisma;
const PAGE_SIZE = 25;

/** Where to go on from, and how many rows make a page. */
export type Turn = { after?: string | string[]; before?: string | string[]; size?: number };
type QueueRow = ItemRow & { part: number; sortKey: Date | null };

/**
 * A page of a staff list in one statement (a search asks one or two more): each part and status is read from its index
 * up to a page, then merged, so that the thousandth page costs as much as the first. Only what the actor may see is ever
 * looked at.
 */
export async function staffQueue(
  actor: Actor,
  filter: QueueFilter,
  turn: Turn,
  locale: string,
): Promise<StaffPage> {
  const order = orderOf(actor, deskOf(actor), filter.sort);
  const after = readPlace(turn.after, order);
  const before = after ? null : readPlace(turn.before, order);
  const backwards = before !== null;
  const size = turn.size ?? PAGE_SIZE;
  const view = { actor, filter, order, backwards, most: size + 1 };
  const rows = await rowsOf(view, after ?? before);
  const more = rows.length > size;
  const shown = rows.slice(0, size);
  if (backwards) shown.reverse();
  const hasPrevious = backwards ? more : after !== null;
  const hasNext = backwards || more;
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    items: shown.map((row) => staffItem(actor, row, locale)),
    previous: hasPrevious && first ? placeOf(first) : null,
    next: hasNext && last ? placeOf(last) : null,
  };
}

/** What was typed is looked for in one way after the other, until a page is full. */
async function rowsOf(view: Omit<View, 'search'>, place: Place | null): Promise<QueueRow[]> {
  const [first = null, second] = await planSearch(view.filter.q, isShort(view));
  const rows = await db.$queryRaw<QueueRow[]>(statement({ ...view, search: first }, place));
  if (!second || rows.length === view.most) return rows;
  return db.$queryRaw<QueueRow[]>(statement({ ...view, search: second }, place));
}

function placeOf(row: QueueRow): string {
  return writePlace({ part: row.part, at: row.sortKey, id: row.id });
}

type View = {
  actor: Actor;
  filter: QueueFilter;
  order: Order;
  search: Search | null;
  backwards: boolean;
  most: number;
};

function statement(view: View, place: Place | null): Prisma.Sql {
  const { order, search, backwards, most } = view;
  const found = search?.found ? sql`found AS MATERIALIZED (${search.found}),` : Prisma.empty;
  const direction = order.descending !== backwards ? sql`DESC` : sql`ASC`;
  const partDirection = backwards ? sql`DESC` : sql`ASC`;
  // Where there is one part, rows are known to come in this order: they are read no further than it takes.
  const byPart = (rows: Prisma.Sql) =>
    order.parts.length > 1 ? sql`${rows}."part" ${partDirection},` : Prisma.empty;
  const sorted = (rows: Prisma.Sql) =>
    sql`ORDER BY ${byPart(rows)} ${rows}."sortKey" ${direction}, ${rows}."id" ${direction}`;
  const top = (limit: number, searched: Prisma.Sql) =>
    sql`SELECT * FROM (${merged(view, place, limit, searched)}) every ${sorted(sql`every`)} LIMIT ${limit}`;
  const where = search?.where ?? sql`TRUE`;
  // Put in order before it is searched: what one status holds further down may belong above what another has on top.
  // Looked at one by one, so that it ends with a full page.
  const picked = search?.most
    ? sql`SELECT top.* FROM (${top(search.most, sql`TRUE`)}) top
      CROSS JOIN LATERAL (SELECT FROM "Submission" s WHERE s."id" = top."id" AND ${where} LIMIT 1) fits
      ${sorted(sql`top`)} LIMIT ${most}`
    : top(most, where);
  return sql`
    WITH ${found} picked AS (${picked})
    SELECT page."part", page."sortKey", ${ITEM_COLUMNS}
    FROM picked page JOIN "Submission" s ON s."id" = page."id" ${ITEM_JOINS}
    ${sorted(sql`page`)}`;
}

/** So many rows of every part of the order. */
function merged(view: View, place: Place | null, limit: number, searched: Prisma.Sql): Prisma.Sql {
  const { actor, filter, order, backwards } = view;
  const where = sql`${conditions(actor, filter)} AND ${searched}`;
  const branches = order.parts.flatMap((part, index) => {
    const rest = beyond(order, index, place, backwards);
    return rest ? [branch(view, index, sql`${where} AND ${part.where} AND ${rest}`, limit)] : [];
  });
  return Prisma.join(branches, ' UNION ALL ');
}

/** One part of the order; by each of the list's statuses, since an index is sorted only within one status. */
function branch(view: View, part: number, where: Prisma.Sql, limit: number): Prisma.Sql {
  const { actor, filter, order, backwards } = view;
  const rule = tabRule(actor, deskOf(actor), filter.tab);
  const direction = order.descending !== backwards ? sql`DESC` : sql`ASC`;
  const tail = sql`AND ${where} ORDER BY ${order.key} ${direction}, s."id" ${direction} LIMIT ${limit}`;
  const head = sql`SELECT ${part}::int AS "part", ${order.key} AS "sortKey", s."id" FROM "Submission" s`;
  const statuses = statusesOf(view);
  if (!statuses) return sql`(${head} WHERE ${rule.where} ${tail})`;
  const { from, within } = eachOf(statuses, order.parts[part]?.dangerous === true);
  return sql`(SELECT each.* FROM ${from}
    CROSS JOIN LATERAL (${head} WHERE ${within} AND ${rule.where} ${tail}) each)`;
}

/** The statuses that a list is read by, one by one; null: the index holds all together in its order. */
function statusesOf({ actor, filter }: Pick<View, 'actor' | 'filter'>): readonly Status[] | null {
  const rule = tabRule(actor, deskOf(actor), filter.tab);
  // All statuses, where a term sorts them: no index holds the terms of all together.
  const known = rule.statuses ?? (filter.sort === 'due' ? STATUSES : null);
  if (!filter.status) return known;
  return !known || known.includes(filter.status) ? [filter.status] : [];
}

/** Whether the list holds open cases alone: those are few enough to be read one and all. */
function isShort(view: Pick<View, 'actor' | 'filter'>): boolean {
  return statusesOf(view)?.every(isOpen) ?? false;
}

/** A row for each status, and for each dangerous category where only those are wanted; and that a case is of that row. */
function eachOf(statuses: readonly Status[], dangerous: boolean): { from: Prisma.Sql; within: Prisma.Sql } {
  const from = sql`unnest(${[...statuses]}::"Status"[]) AS wanted("status")`;
  const within = inStatuses(statuses, sql`s."status" = wanted."status"`);
  if (!dangerous) return { from, within };
  return {
    from: sql`${from} CROSS JOIN (SELECT "code" FROM "Category" WHERE "danger") kind`,
    within: sql`s."categoryCode" = kind."code" AND ${within}`,
  };
}
