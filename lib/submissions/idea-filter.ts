import { z } from 'zod';
import { isId } from '#lib/platform/ids.ts';

/** What the list of ideas shows: in the order of support, the latest, those to be done, those that are done. */
export const IDEA_VIEWS = ['supported', 'newest', 'accepted', 'done'] as const;
export type IdeaView = (typeof IDEA_VIEWS)[number];

/** The filter as it stands in the address. Whatever cannot be read is left out. */
const schema = z.object({
  view: z.enum(IDEA_VIEWS).catch('supported'),
  category: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  district: z.coerce.number().int().min(1).max(99).optional().catch(undefined),
});

export type IdeaFilter = z.output<typeof schema>;

export function readIdeaFilter(query: Record<string, string | string[] | undefined>): IdeaFilter {
  return schema.parse({ ...query, district: query.district || undefined });
}

/** A place in a list that is ordered by a number (supports, or a moment) and an id; opaque in the address. */
export type Mark = { value: number; id: string };

export function writeMark({ value, id }: Mark): string {
  return Buffer.from(`${value}.${id}`).toString('base64url');
}

/** Null when it was not written by us. */
export function readMark(text: string | string[] | undefined): Mark | null {
  if (typeof text !== 'string' || text.length > 100) return null;
  const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString());
  return match && isId(match[2]) ? { value: Number(match[1]), id: match[2] } : null;
}
