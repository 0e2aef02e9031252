import type { Actor } from '#lib/access/actor.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import type { QueueFilter, StaffPage } from '../staff-dto.ts';
import { STATUSES, type Status } from '../words.ts';
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
 * A page of a staff list in one statement (a search asks one more): each part and status is read from its index up to a page, then merged, so
 * that the thousandth page costs as much as the first. Only what the actor may see is ever looked at.
 */
export async function staffQueue(
  actor: Actor,
  filter: QueueFilter,
  turn: Turn,
  locale: string,
): Promise<StaffPage> {
  const after = readPlace(turn.after);
  const before = after ? null : readPlace(turn.before);
  const backwards = before !== null;
  const order = orderOf(actor, deskOf(actor), filter.sort);
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
  const [first = null, second] = await planSearch(view.filter.q);
  const rows = await db.$queryRaw<QueueRow[]>(statement({ ...view, search: first }, place));
  if (!second || rows.length === view.most || statusesOf(view)) return rows;
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
  const { actor, filter, order, search, backwards, most } = view;
  const found = search?.found ? sql`found AS MATERIALIZED (${search.found}),` : Prisma.empty;
  const where = conditions(actor, filter);
  const branches = order.parts.flatMap((part, index) => {
    const rest = beyond(order, index, place, backwards);
    return rest ? [branch(view, index, sql`${where} AND ${part.where} AND ${rest}`)] : [];
  });
  const direction = order.descending !== backwards ? sql`DESC` : sql`ASC`;
  const partDirection = backwards ? sql`DESC` : sql`ASC`;
  const sorting = sql`"part" ${partDirection}, "sortKey" ${direction}, "id" ${direction}`;
  return sql`
    WITH ${found} picked AS (
      SELECT * FROM (${Prisma.join(branches, ' UNION ALL ')}) every ORDER BY ${sorting} LIMIT ${most})
    SELECT page."part", page."sortKey", ${ITEM_COLUMNS}
    FROM picked page JOIN "Submission" s ON s."id" = page."id" ${ITEM_JOINS}
    ORDER BY page."part" ${partDirection}, page."sortKey" ${direction}, page."id" ${direction}`;
}

/** One part of the order; by each of the list's statuses, since an index is sorted only within one status. */
function branch(view: View, part: number, where: Prisma.Sql): Prisma.Sql {
  const { actor, filter, order, search, backwards, most } = view;
  const rule = tabRule(actor, deskOf(actor), filter.tab);
  const direction = order.descending !== backwards ? sql`DESC` : sql`ASC`;
  const sorted = sql`ORDER BY ${order.key} ${direction}, s."id" ${direction}`;
  const columns = sql`SELECT ${part}::int AS "part", ${order.key} AS "sortKey", s."id"`;
  const searched = search?.where ?? sql`TRUE`;
  const rest = sql`${rule.where} AND ${where}`;
  const tail = sql`AND ${searched} ${sorted} LIMIT ${most}`;
  const statuses = statusesOf(view);
  if (statuses) {
    const { from, within } = eachOf(statuses, order.parts[part]?.dangerous === true);
    return sql`(SELECT each.* FROM ${from}
      CROSS JOIN LATERAL (${columns} FROM "Submission" s WHERE ${within} AND ${rest} ${tail}) each)`;
  }
  if (!search?.most) return sql`(${columns} FROM "Submission" s WHERE ${rest} ${tail})`;
  const top = sql`SELECT s.* FROM "Submission" s WHERE ${rest} ${sorted} LIMIT ${search.most}`;
  return sql`(${columns} FROM (${top}) s WHERE TRUE ${tail})`;
}

/** The statuses that a list is read by, one by one; null: the index holds all together in its order. */
function statusesOf({ actor, filter }: Pick<View, 'actor' | 'filter'>): readonly Status[] | null {
  const rule = tabRule(actor, deskOf(actor), filter.tab);
  // All statuses, where a term sorts them: no index holds the terms of all together.
  const known = rule.statuses ?? (filter.sort === 'due' ? STATUSES : null);
  if (!filter.status) return known;
  return !known || known.includes(filter.status) ? [filter.status] : [];
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
