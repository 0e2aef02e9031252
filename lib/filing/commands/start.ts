import { can } from '#lib/access/can.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { newId, sha256 } from '#lib/platform/ids.ts';
import type { Kind } from '#lib/submissions/words.ts';
import type { DraftData } from '../draft-data.ts';
import type { DraftOwner } from '../owner.ts';
import { DRAFT_DAYS } from '../words.ts';

export type NewDraft = { kind: Kind; locale: Locale; data: DraftData };

/** Begins a draft with what is already answered. Throws FORBIDDEN. */
export async function startDraft(owner: DraftOwner & { secret: string }, draft: NewDraft): Promise<string> {
  if (!can(owner.actor, 'submission.file')) throw new AppError('FORBIDDEN');
  const at = now();
  const id = newId();
  await db.draft.create({
    data: {
      id,
      kind: draft.kind,
      locale: draft.locale,
      data: draft.data,
      secretHash: sha256(owner.secret),
      createdAt: at,
      updatedAt: at,
      expiresAt: new Date(at.getTime() + DRAFT_DAYS * 86_400_000),
    },
  });
  return id;
}
