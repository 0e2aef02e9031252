import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { removePhotosOfDrafts } from '#lib/media/commands/remove.ts';
import {
  removeOldOriginals,
  removeOrphanedMedia,
  removeWithdrawnPhotos,
  requeueStuckPhotos,
} from '#lib/media/jobs/sweep.ts';
import { originalKey, pictureKey } from '#lib/media/keys.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { aDraftRow, aPhoto, aStoredPhoto, attach, jobsFor, objectsOf } from '#tests/factories/photos.ts';
import { jpeg } from '#tests/factories/pictures.ts';
import { aSubmission, give, reporterOf } from '#tests/factories/submission.ts';

const HOUR = 3_600_000;
const REPORT = 'REPORT' as const;

const photo = (id: string) => db.photo.findUnique({ where: { id } });
const several = (count: number) => Promise.all(Array.from({ length: count }, () => aStoredPhoto()));

describe('upkeep', () => {
  it('sends photos to the worker again that wait for more than five minutes', async () => {
    const [stored] = await several(1);
    if (!stored) throw new Error('none');
    await attach([stored], { draftId: await aDraftRow(), purpose: REPORT });
    await requeueStuckPhotos();
    expect(await jobsFor(stored.id)).toBe(1);
    shiftClock(6 * 60_000);
    await requeueStuckPhotos();
    expect(await jobsFor(stored.id)).toBe(2);
  });

  it('removes after a day what belongs to no photo, and nothing else', async () => {
    const kept = await aPhoto({ draftId: await aDraftRow(), purpose: REPORT });
    const expired = await aDraftRow();
    const forgotten = await aPhoto({ draftId: expired, purpose: REPORT });
    await inTransaction((tx) => removePhotosOfDrafts(tx, [expired]));
    const [orphan] = await several(1);
    await removeOrphanedMedia();
    expect(await objectsOf(orphan?.id ?? '')).toHaveLength(1);
    shiftClock(25 * HOUR);
    await removeOrphanedMedia();
    expect(await objectsOf(orphan?.id ?? '')).toEqual([]);
    expect(await objectsOf(forgotten)).toEqual([]);
    expect(await objectsOf(kept)).toHaveLength(3);
  });

  it('deletes the photos of what its reporter withdrew', async () => {
    const withdrawn = await aSubmission();
    const other = await aSubmission();
    const gone = await aPhoto({ submissionId: withdrawn.id, purpose: REPORT });
    const stays = await aPhoto({ submissionId: other.id, purpose: REPORT });
    await give(withdrawn, reporterOf(withdrawn), 'withdraw', {});
    expect(await removeWithdrawnPhotos()).toBe(1);
    expect([await photo(gone), await objectsOf(gone)]).toEqual([null, []]);
    expect(await objectsOf(stays)).toHaveLength(3);
  });

  it('removes a file as it was sent a month after its pictures were made, and those stay', async () => {
    const submission = await aSubmission();
    const made = await aPhoto({ submissionId: submission.id, purpose: REPORT });
    const broken = await aPhoto(
      { submissionId: submission.id, purpose: REPORT },
      (await jpeg()).subarray(0, 900),
    );
    shiftClock(29 * 24 * HOUR);
    await removeOldOriginals();
    expect(await objectsOf(made)).toHaveLength(3);
    shiftClock(31 * 24 * HOUR);
    await removeOldOriginals();
    expect(await objectsOf(made)).toEqual([pictureKey(made, 'thumb'), pictureKey(made, 'view')]);
    expect(await photo(made)).toMatchObject({ state: 'READY' });
    expect(await objectsOf(broken)).toEqual([originalKey(broken)]);
  });

  it('has nothing to do in an empty storage', async () => {
    shiftClock(25 * HOUR);
    await db.photo.deleteMany({});
    await removeOrphanedMedia();
    expect(await removeOrphanedMedia()).toBe(0);
    await rm(path.join(env.DATA_DIR, 'media'), { recursive: true, force: true });
    expect(await removeOrphanedMedia()).toBe(0);
  });
});
