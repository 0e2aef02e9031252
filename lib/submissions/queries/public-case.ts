import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { photoDto } from '#lib/media/present.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import type { IdeaItem, PublicCase } from '../dto.ts';
import { IDEA_THRESHOLD, isSupportable } from '../words.ts';
import { expectation } from './expectation.ts';
import { similarIdeas } from './idea-list.ts';
import { PUBLIC_SELECT, publicItem } from './public-item.ts';
import { timelineOf } from './timeline.ts';

/** The public page of a case. NOT_FOUND for what does not exist and for what is not public: the two look the same. */
export async function publicCase(actor: Actor, typed: string, locale: Locale): Promise<PublicCase> {
  const reference = normaliseReference(typed);
  const row = reference
    ? await db.submission.findUnique({
        where: { reference },
        select: {
          ...PUBLIC_SELECT,
          categoryCode: true,
          departmentCode: true,
          publishedAt: true,
          category: { select: { ...PUBLIC_SELECT.category.select, supportThreshold: true } },
          duplicateOf: { select: { reference: true } },
          // What came with a reply, a private event, stands beside the report once somebody released it.
          photos: {
            where: { purpose: { in: ['REPORT', 'REPLY'] } },
            orderBy: [{ purpose: 'asc' }, { createdAt: 'asc' }, { position: 'asc' }],
          },
        },
      })
    : null;
  const facts = row && { id: row.id, kind: row.kind, assigned: null, department: row.departmentCode };
  if (!row || !facts || !can(actor, 'case.read', facts)) throw new AppError('NOT_FOUND');
  const [timeline, expected, similar] = await Promise.all([
    timelineOf(row, 'public', locale),
    expectation(row),
    row.kind === 'IDEA' ? similarIdeas(actor, row, locale) : [],
  ]);
  const shown =
    row.publicText === null ? [] : row.photos.filter((photo) => photo.releasedAt && !photo.hiddenAt);
  return {
    ...publicItem(row, locale),
    photos: shown.map((photo) => photoDto(photo, 'public')),
    timeline,
    expectation: expected,
    duplicateOf: row.duplicateOf?.reference ?? null,
    supportable: isSupportable(row.kind, row.status),
    idea: row.kind === 'IDEA' ? ideaFacts(row, similar) : null,
  };
}

function ideaFacts(
  row: { publishedAt: Date | null; category: { supportThreshold: number | null } },
  similar: IdeaItem[],
) {
  const threshold = row.category.supportThreshold ?? IDEA_THRESHOLD;
  return { threshold, publishedAt: row.publishedAt?.toISOString() ?? null, similar };
}
