import type { CategoryDto } from '#lib/directory/dto.ts';
import { findCategory } from '#lib/directory/queries.ts';
import type { Draft } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { adoptDraftPhotos } from '#lib/media/commands/attach.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { AppError, type FieldErrors } from '#lib/platform/errors.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import { type FiledSubmission, fileSubmission } from '#lib/submissions/commands/file.ts';
import { type DraftData, type DraftPlace, readDraftData } from '../draft-data.ts';
import type { SentView } from '../dto.ts';
import type { DraftOwner } from '../owner.ts';
import { isDraftId } from '../ownership.ts';
import { sentView } from '../queries.ts';
import { localeOf } from '../view.ts';
import { lockDraft } from './lock.ts';

/**
 * Sends a draft: number, case, place, contact, photos, event and job in one transaction, and the draft is emptied.
 * `locale`, where it is known, is the language it ends in: from now on we write in it.
 * A second click, a second tab or a retry gets the same submission. Throws INVALID with what is still missing.
 */
export async function submitDraft(
  owner: DraftOwner,
  id: string,
  locale: Locale | null,
): Promise<SentView & { repeated: boolean }> {
  await warmUpJobs();
  const category = await categoryOf(id);
  return inTransaction(async (tx) => {
    const draft = await lockDraft(tx, owner, id);
    if (draft.submissionId !== null) return { ...(await sentView(draft.submissionId, tx)), repeated: true };
    const filed = { ...toFiled(draft, category), locale: locale ?? draft.locale };
    const { id: submissionId, reference, code } = await fileSubmission(tx, owner.actor, filed);
    await adoptDraftPhotos(tx, id, submissionId);
    await tx.draft.update({ where: { id }, data: { submissionId, data: {}, updatedAt: now() } });
    return { kind: draft.kind, reference, code, locale: localeOf(filed.locale), repeated: false };
  });
}

/** Read before the transaction, which holds one of few connections; `fileSubmission` asks again by itself. */
async function categoryOf(id: string): Promise<CategoryDto | null> {
  const row = isDraftId(id)
    ? await db.draft.findUnique({ where: { id }, select: { data: true, locale: true } })
    : null;
  const { category } = readDraftData(row?.data);
  return row && category ? findCategory(category, localeOf(row.locale)) : null;
}

function toFiled(draft: Draft, category: CategoryDto | null): Omit<FiledSubmission, 'locale'> {
  const data = readDraftData(draft.data);
  const fields = missing(data, category);
  if (Object.keys(fields).length > 0 || !data.text || !data.category)
    throw new AppError('INVALID', { fields });
  return {
    kind: draft.kind,
    category: data.category,
    channel: 'WEB',
    title: data.title ?? null,
    text: data.text,
    procedure: data.procedure ?? null,
    place: data.place ? toPlace(data.place) : null,
    contact: data.contact ?? { name: null, email: null, phone: null },
    draftId: draft.id,
  };
}

function missing(data: DraftData, category: CategoryDto | null): FieldErrors {
  return {
    ...(!data.text && { text: ['validation.textRequired'] }),
    ...((!data.category || !category) && { category: ['validation.categoryRequired'] }),
    ...(category?.locationRequired && !data.place && { address: ['validation.placeRequired'] }),
  };
}

function toPlace({ lat, lng, precision, source, address, description }: DraftPlace) {
  return { lat, lng, precision, source, address, description };
}
