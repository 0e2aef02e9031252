import type { Actor } from '#lib/access/actor.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { isId } from '#lib/platform/ids.ts';
import type { Desk, QueueSort } from '../staff-dto.ts';

const { sql } = Prisma;

/**
 * How a list is ordered: part after part, inside a part by the key and the id. Parts stand for what an index cannot
 * sort by (dangerous first, without a term last), so that each of them is read straight from an index.
 */
export type Order = { key: Prisma.Sql; descending: boolean; parts: readonly Prisma.Sql[] };

const DUE = sql`s."dueAt"`;
const CHANGED = sql`s."changedAt"`;
const DANGEROUS = sql`s."categoryCode" IN (SELECT "code" FROM "Category" WHERE "danger")`;

/** What is dangerous comes first at every desk; in a department then what the person holds. */
export function orderOf(actor: Actor, desk: Desk, sort: QueueSort): Order {
  if (sort !== 'due') return { key: CHANGED, descending: sort === 'changed', parts: [sql`TRUE`] };
  const dated = sql`s."dueAt" IS NOT NULL`;
  const undated = sql`s."dueAt" IS NULL`;
  const dangerous = sql`${dated} AND ${DANGEROUS}`;
  const safe = sql`${dated} AND NOT (${DANGEROUS})`;
  if (desk !== 'department') return { key: DUE, descending: false, parts: [dangerous, safe, undated] };
  const mine = sql`s."handlerId" IS NOT DISTINCT FROM ${actor.type === 'staff' ? actor.id : null}::uuid`;
  const parts = [dangerous, sql`${safe} AND ${mine}`, sql`${safe} AND NOT (${mine})`, undated];
  return { key: DUE, descending: false, parts };
}

/** A place in such an order; opaque in the address. */
export type Place = { part: number; at: Date | null; id: string };

export function writePlace({ part, at, id }: Place): string {
  return Buffer.from(`${part}.${at ? at.getTime() : ''}.${id}`).toString('base64url');
}

/** Null when it was not written by us. */
export function readPlace(text: string | string[] | undefined): Place | null {
  if (typeof text !== 'string' || text.length > 120) return null;
  const match = /^(\d)\.(\d{0,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match || !isId(match[3])) return null;
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
