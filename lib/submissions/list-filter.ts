import { z } from 'zod';
import { addDays, cityMidnight, isDay } from '#lib/platform/clock.ts';
import { isId, normaliseReference } from '#lib/platform/ids.ts';
import { words } from '#lib/platform/stem.ts';
import { type Bbox, readBbox } from './map-grid.ts';
import { KINDS, OPEN_STATUSES, STATUSES, type Status } from './words.ts';

/** Each value once: what is said a thousand times is no more than said, and combinations of it would be a million. */
const once = <T>(values: T[]): T[] => [...new Set(values)];

const list = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (given) => once([given].flat()).filter((value) => values.includes(value as string)),
    z.array(z.enum(values)),
  );

const codes = z.preprocess(
  (given) =>
    [given].flat().filter((value) => typeof value === 'string' && /^[A-Za-z0-9-]{1,60}$/.test(value)),
  z.array(z.string()).max(30).catch([]),
);
const day = z.string().refine(isDay).optional().catch(undefined);

const STATUS_WORDS = [...STATUSES, 'open', 'done'] as const;

/**
 * The public list's filter as it stands in the address. Whatever cannot be read is left out: an old or a mistyped
 * link still shows a list. `status` takes a status, or the groups `open` and `done`.
 */
export const listFilterSchema = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  kind: list(KINDS),
  status: list(STATUS_WORDS),
  category: codes,
  department: codes,
  district: z.preprocess(
    (given) =>
      once([given].flat().map(Number)).filter(
        (number) => Number.isInteger(number) && number > 0 && number < 100,
      ),
    z.array(z.number()),
  ),
  /** Inclusive Kraków days of receipt. */
  from: day,
  to: day,
  /** The area of the map the list is narrowed to: `w,s,e,n` in degrees. */
  bbox: z
    .unknown()
    .transform((text): Bbox | undefined => readBbox(text) ?? undefined)
    .optional(),
});

export type ListFilter = z.output<typeof listFilterSchema>;

export function readListFilter(query: Record<string, string | string[] | undefined>): ListFilter {
  return listFilterSchema.parse(query);
}

/** The statuses a filter means, groups spelled out, each once. */
export function statusesOf({ status }: Pick<ListFilter, 'status'>): Status[] {
  const all = status.flatMap((word): readonly Status[] => {
    if (word === 'open') return OPEN_STATUSES;
    return word === 'done' ? ['RESOLVED', 'CLOSED'] : [word];
  });
  return [...new Set(all)];
}

/** The days of a filter as moments: from the first on, and before the second. */
export function momentsOf({ from, to }: Pick<ListFilter, 'from' | 'to'>): { since?: Date; before?: Date } {
  return { ...(from && { since: cityMidnight(from) }), ...(to && { before: cityMidnight(addDays(to, 1)) }) };
}

/** The trigram index needs three letters; shorter words only narrow what a longer one has found. */
export const SHORTEST_SEARCH = 3;
const MOST_WORDS = 6;

/** What a person looks for: a case by its number, or words; null when nothing can be found by it. */
export function readSearch(typed: string): { reference: string } | { words: string[] } | null {
  const reference = normaliseReference(typed);
  if (reference) return { reference };
  const wanted = words(typed).slice(0, MOST_WORDS);
  return wanted.some((word) => word.length >= SHORTEST_SEARCH) ? { words: wanted } : null;
}

/** A place in a list ordered by two columns; opaque in the address. */
export type Cursor = { at: Date; id: string };

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString('base64url');
}

/** Null when it was not written by us. */
export function readCursor(text: string | string[] | undefined): Cursor | null {
  if (typeof text !== 'string' || text.length > 100) return null;
  const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString());
  return match && isId(match[2]) ? { at: new Date(Number(match[1])), id: match[2] } : null;
}
