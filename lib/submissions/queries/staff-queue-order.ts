import type { Actor } from '#lib/access/actor.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { isId } from '#lib/platform/ids.ts';
import type { Desk, QueueSort } from '../staff-dto.ts';

const { sql } = Prisma;

/** One part of an order; what is dangerous is read category by category. */
export type Part = { where: Prisma.Sql; dangerous?: true };

/**
 * How a list is ordered: part after part, inside a part by the key and the id. Parts stand for what an index cannot
 * sort by (dangerous first, without a term last), so that each of them is read straight from an index.
 */
export type Order = { key: Prisma.Sql; descending: boolean; parts: readonly Part[] };

const DUE = sql`s."dueAt"`;
const CHANGED = sql`s."changedAt"`;
/** Categories are few and read once: joined, they would be gone through for every case. */
const SAFE = sql`s."categoryCode" <> ALL(ARRAY(SELECT "code" FROM "Category" WHERE "danger"))`;

/** What is dangerous comes first at every desk; in a department then what the person holds. */
export function orderOf(actor: Actor, desk: Desk, sort: QueueSort): Order {
  if (sort !== 'due') return { key: CHANGED, descending: sort === 'changed', parts: [{ where: sql`TRUE` }] };
  const dated = sql`s."dueAt" IS NOT NULL`;
  const dangerous = { where: dated, dangerous: true } as const;
  const safe = sql`${dated} AND ${SAFE}`;
  const undated = { where: sql`s."dueAt" IS NULL` };
  if (desk !== 'department')
    return { key: DUE, descending: false, parts: [dangerous, { where: safe }, undated] };
  const me = actor.type === 'staff' ? actor.id : null;
  const mine = { where: sql`${safe} AND s."handlerId" = ${me}::uuid` };
  const others = { where: sql`${safe} AND s."handlerId" IS DISTINCT FROM ${me}::uuid` };
  return { key: DUE, descending: false, parts: [dangerous, mine, others, undated] };
}

/** A place in such an order; opaque in the address. */
export type Place = { part: number; at: Date | null; id: string };

export function writePlace({ part, at, id }: Place): string {
  return Buffer.from(`${part}.${at ? at.getTime() : ''}.${id}`).toString('base64url');
}

/** Null when it was not written by us, or is in a part that this order does not have: it was written for another one. */
export function readPlace(
  text: string | string[] | undefined,
  { parts }: Pick<Order, 'parts'>,
): Place | null {
  if (typeof text !== 'string' || text.length > 120) return null;
  const match = /^(\d)\.(\d{0,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match || !isId(match[3]) || Number(match[1]) >= parts.length) return null;
  const at = match[2] ? new Date(Number(match[2])) : null;
  return { part: Number(match[1]), at, id: match[3] };
}

/** What lies beyond the place in one part; null when the whole part lies before it. */
export function beyond(
  order: Order,
  part: number,
  place: Place | null,
  backwards: boolean,
): Prisma.Sql | null {
  if (!place) return sql`TRUE`;
  if (part !== place.part) return part > place.part === backwards ? null : sql`TRUE`;
  const sign = order.descending !== backwards ? sql`<` : sql`>`;
  if (place.at === null) return sql`s."id" ${sign} ${place.id}::uuid`;
  return sql`(${order.key}, s."id") ${sign} (${place.at}, ${place.id}::uuid)`;
}
