import { db } from '#lib/platform/db.ts';
import type { Cursor } from '#lib/submissions/list-filter.ts';
import { writePlace } from '#lib/submissions/queries/staff-queue-order.ts';

const PAGE = 20_000;
const PUBLIC_PAGE_SIZE = 20;
const STAFF_PAGE_SIZE = 25;

type Place = { at: Date; id: string };
const known = new Map<number, Promise<Place>>();

/** The case at the foot of the page before; of the last page there is, where there are fewer. Looked for once. */
function placeAt(rows: number, isPublic: boolean): Promise<Place> {
  const found = known.get(rows) ?? find(rows, isPublic);
  known.set(rows, found);
  return found;
}

async function find(rows: number, isPublic: boolean): Promise<Place> {
  const where = isPublic ? { kind: { not: 'QUESTION' as const } } : {};
  const count = await db.submission.count({ where });
  const row = await db.submission.findFirstOrThrow({
    where,
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    skip: Math.min(rows, count - STAFF_PAGE_SIZE * 2),
    select: { changedAt: true, id: true },
  });
  return { at: row.changedAt, id: row.id };
}

export function deepCursor(): Promise<Cursor> {
  return placeAt((PAGE - 1) * PUBLIC_PAGE_SIZE, true);
}

export async function deepPlace(): Promise<string> {
  const { at, id } = await placeAt((PAGE - 1) * STAFF_PAGE_SIZE, false);
  return writePlace({ part: 0, at, id });
}
