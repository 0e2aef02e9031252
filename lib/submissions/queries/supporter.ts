import { textIn } from '#lib/directory/names.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { normaliseTrackingCode, sha256 } from '#lib/platform/ids.ts';
import { assertRoom, hit } from '#lib/platform/limits.ts';
import type { SupportView } from '../dto.ts';
import { counts } from '../supporter.ts';
import { isSupportable } from '../words.ts';

/**
 * The support behind a link's key. A wrong key costs its sender a guess, and after too many of them even a right one
 * is refused with TOO_MANY. Throws NOT_FOUND for a key that is none, or whose support was forgotten.
 */
export async function supportByKey(typed: string, clientAddress: string): Promise<string> {
  const key = normaliseTrackingCode(typed);
  if (!key) throw new AppError('NOT_FOUND', { message: 'ideas.landing.unknown' });
  await assertRoom('supportGuess', clientAddress);
  const row = await db.support.findUnique({ where: { keyHash: sha256(key) }, select: { id: true } });
  if (row) return row.id;
  await hit('supportGuess', clientAddress);
  throw new AppError('NOT_FOUND', { message: 'ideas.landing.unknown' });
}

/** What the landing page of a link says. The holder of the link is the supporter; nothing of the person is in it. */
export async function supportView(supportId: string, locale: string): Promise<SupportView> {
  const row = await db.support.findUniqueOrThrow({
    where: { id: supportId },
    select: {
      verifiedAt: true,
      withdrawnAt: true,
      submission: {
        select: {
          reference: true,
          kind: true,
          status: true,
          publicTitle: true,
          supportCount: true,
          category: { select: { name: true } },
        },
      },
    },
  });
  const { reference, kind, status, publicTitle, supportCount, category } = row.submission;
  return {
    reference,
    kind,
    title: publicTitle ?? textIn(category.name, locale),
    count: supportCount,
    state: counts(row) ? 'COUNTS' : row.withdrawnAt ? 'WITHDRAWN' : 'ASKED',
    over: !isSupportable(kind, status),
  };
}
