import type { Actor } from '#lib/access/actor.ts';
import { scope } from '#lib/access/scope.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import type { IdeaItem, IdeaPage } from '../dto.ts';
import { type IdeaFilter, type IdeaView, type Mark, writeMark } from '../idea-filter.ts';
import { IDEA_THRESHOLD } from '../words.ts';
import { PUBLIC_SELECT, publicItem } from './public-item.ts';

const PAGE_SIZE = 20;
/** As far as the database counts; a place may be written by anybody. */
const MOST_SUPPORT = 2_147_483_647;

const IDEA_SELECT = {
  ...PUBLIC_SELECT,
  publishedAt: true,
  category: { select: { ...PUBLIC_SELECT.category.select, supportThreshold: true } },
} satisfies Prisma.SubmissionSelect;

type IdeaRow = Prisma.SubmissionGetPayload<{ select: typeof IDEA_SELECT }>;

/** Each view has an order, and an index that begins with it. */
const VIEWS: Record<
  IdeaView,
  { by: 'supportCount' | 'publishedAt' | 'changedAt'; only: Prisma.SubmissionWhereInput }
> = {
  supported: { by: 'supportCount', only: { status: { in: ['PUBLISHED', 'UNDER_REVIEW'] } } },
  newest: { by: 'publishedAt', only: { publishedAt: { not: null } } },
  accepted: { by: 'changedAt', only: { status: { in: ['ACCEPTED', 'IN_PROGRESS'] } } },
  done: { by: 'changedAt', only: { status: { in: ['RESOLVED', 'CLOSED'] }, outcome: 'IMPLEMENTED' } },
};

type Turn = { after?: Mark | null; before?: Mark | null };

/** A page of published ideas by keyset. Ideas that nobody has read yet are not among them. */
export async function ideaList(
  actor: Actor,
  filter: IdeaFilter,
  { after, before }: Turn,
  locale: Locale,
): Promise<IdeaPage> {
  const backwards = Boolean(before) && !after;
  const mark = backwards ? before : after;
  const { by, only } = VIEWS[filter.view];
  const direction = backwards ? 'asc' : 'desc';
  const rows = await db.submission.findMany({
    where: {
      AND: [
        scope(actor, 'case.read'),
        { kind: 'IDEA', publicText: { not: null } },
        only,
        filter.category ? { categoryCode: filter.category } : {},
        filter.district ? { districtNumber: filter.district } : {},
        mark ? beyond(by, mark, backwards) : {},
      ],
    },
    orderBy: [{ [by]: direction }, { id: direction }],
    take: PAGE_SIZE + 1,
    select: IDEA_SELECT,
  });
  const more = rows.length > PAGE_SIZE;
  const shown = rows.slice(0, PAGE_SIZE);
  if (backwards) shown.reverse();
  const at = (row: IdeaRow | undefined) => (row ? writeMark({ value: keyOf(row, by), id: row.id }) : null);
  return {
    items: shown.map((row) => ideaItem(row, locale)),
    previous: (backwards ? more : Boolean(mark)) ? at(shown[0]) : null,
    next: (backwards ? true : more) ? at(shown.at(-1)) : null,
  };
}

function keyOf(row: IdeaRow, by: 'supportCount' | 'publishedAt' | 'changedAt'): number {
  return by === 'supportCount' ? row.supportCount : (row[by]?.getTime() ?? 0);
}

/** The rows after (or, backwards, before) a place in the order; the first bound lets the index start there. */
function beyond(by: 'supportCount' | 'publishedAt' | 'changedAt', { value, id }: Mark, backwards: boolean) {
  const key = by === 'supportCount' ? Math.min(value, MOST_SUPPORT) : new Date(value);
  const [from, past] = backwards ? ['gte', 'gt'] : ['lte', 'lt'];
  return { [by]: { [from]: key }, OR: [{ [by]: { [past]: key } }, { id: { [past]: id } }] };
}

function ideaItem(row: IdeaRow, locale: Locale): IdeaItem {
  return {
    ...publicItem(row, locale),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    threshold: row.category.supportThreshold ?? IDEA_THRESHOLD,
  };
}

const MOST_SIMILAR = 3;

/** Ideas of the same kind that still gather support, those with most of it first. */
export async function similarIdeas(
  actor: Actor,
  idea: { id: string; categoryCode: string },
  locale: Locale,
): Promise<IdeaItem[]> {
  const rows = await db.submission.findMany({
    where: {
      AND: [
        scope(actor, 'case.read'),
        { kind: 'IDEA', publicText: { not: null }, categoryCode: idea.categoryCode, id: { not: idea.id } },
        VIEWS.supported.only,
      ],
    },
    orderBy: [{ supportCount: 'desc' }, { id: 'desc' }],
    take: MOST_SIMILAR,
    select: IDEA_SELECT,
  });
  return rows.map((row) => ideaItem(row, locale));
}
