import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { removeUnrecorded } from '#lib/media/accept.ts';
import { removePhotosOfDrafts } from '#lib/media/commands/remove.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { readKeptPhotos } from '#lib/platform/form-state.ts';
import { newId } from '#lib/platform/ids.ts';
import { removeMailFiles } from '#lib/platform/mail.ts';
import type { PersonCounts } from '../dto.ts';
import { notedErasures, noteErasure } from '../ledger.ts';
import { type PersonQuery, personOf } from '../person.ts';
import { countsOf, type Found, findPerson, findRows } from '../queries/find.ts';
import { eraseCase } from './erase-case.ts';

type Erasing = {
  query: PersonQuery;
  reason: string;
  /** Also ends the tracking links, so that nobody acts in the person's name any more. */
  endLinks: boolean;
  requestId?: string;
};

/**
 * Erases one person on request, and notes in the ledger that it was done. It goes case by case and may be repeated: what
 * a crash left undone is done the next time. Errors: FORBIDDEN, INVALID.
 */
export async function erasePerson(actor: Actor, erasing: Erasing): Promise<PersonCounts> {
  if (!can(actor, 'privacy.handle')) throw new AppError('FORBIDDEN');
  const person = personOf(erasing.query);
  if (!person) throw new AppError('INVALID', { fields: { email: ['admin.privacy.error.nobody'] } });
  const found = await findPerson(person);
  const counts = countsOf(found);
  const { emailHash, phoneHash } = person;
  const { endLinks, reason, requestId } = erasing;
  const entry = { id: newId(), emailHash, phoneHash, submissionId: found.caseId, endLinks };
  const staffId = actor.type === 'staff' ? actor.id : null;
  await noteErasure({ ...entry, at: now().toISOString() });
  await inTransaction(async (tx) => {
    await tx.erasure.create({ data: { ...entry, at: now(), staffId, reason, counts } });
    await audit(
      {
        action: 'person.erased',
        actorKind: actor.type,
        staffId,
        subject: `erasure:${entry.id}`,
        ...(requestId && { requestId }),
        data: counts,
      },
      tx,
    );
  });
  await eraseFound(found, endLinks);
  await eraseUnsent(found);
  return counts;
}

/** Forms that were not sent, and the files of their photos. */
async function eraseUnsent({ drafts, forms }: Found): Promise<void> {
  const where = { draftId: { in: drafts }, submissionId: null };
  const [ofDrafts, kept] = await Promise.all([
    db.photo.findMany({ where, select: { id: true } }),
    Promise.all(forms.map(readKeptPhotos)),
  ]);
  await inTransaction(async (tx) => {
    await removePhotosOfDrafts(tx, drafts);
    await tx.draft.deleteMany({ where: { id: { in: drafts } } });
    await tx.formState.deleteMany({ where: { id: { in: forms } } });
  });
  const photos = [...ofDrafts, ...kept.flatMap((form) => form?.list ?? [])];
  await removeUnrecorded(photos.map(({ id }) => id));
}

/** Erases again everything in the ledger that a restored backup brought back. Returns how many cases and supports. */
export async function reapplyErasures(actor: Actor): Promise<number> {
  if (!can(actor, 'privacy.handle')) throw new AppError('FORBIDDEN');
  const kept = await db.erasure.findMany({ orderBy: { at: 'asc' } });
  const entries = [...kept.map((row) => ({ ...row, at: row.at.toISOString() })), ...(await notedErasures())];
  const once = new Map(entries.map((entry) => [entry.id, entry]));
  let erased = 0;
  for (const { at, emailHash, phoneHash, submissionId, endLinks } of once.values()) {
    const found = await findRows({ emailHash, phoneHash, caseId: submissionId }, new Date(at));
    await eraseFound(found, endLinks);
    erased += found.cases.length + found.supports.length;
  }
  return erased;
}

type Rows = { cases: string[]; supports: string[]; callBacks: string[] };

async function eraseFound({ cases, supports, callBacks }: Rows, endLinks: boolean): Promise<void> {
  for (const id of cases) await eraseCase(id, endLinks);
  const nothing = { name: null, phone: null, phoneHash: null };
  await inTransaction(async (tx) => {
    // A support that was given goes on counting; whose it was is gone.
    await tx.support.updateMany({
      where: { id: { in: supports } },
      data: { ...nothing, email: null, emailHash: null, erasedAt: now() },
    });
    await tx.callBack.updateMany({ where: { callId: { in: callBacks } }, data: nothing });
  });
  const sent = await db.notification.findMany({
    where: { recipientKey: { in: [...cases, ...supports] } },
    select: { id: true },
  });
  await removeMailFiles(new Set(sent.map(({ id }) => id)));
}
