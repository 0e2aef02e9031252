import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { discardStored } from '#lib/media/accept.ts';
import { adoptDraftPhotos, insertPhotos } from '#lib/media/commands/attach.ts';
import { removeDraftPhoto, removePhotosOfDrafts } from '#lib/media/commands/remove.ts';
import { processPhoto } from '#lib/media/jobs/process-photo.ts';
import { originalKey, pictureKey } from '#lib/media/keys.ts';
import { readObject } from '#lib/media/objects.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { storage } from '#lib/platform/storage.ts';
import { aDraftRow, aPhoto, aStoredPhoto, attach, jobsFor, objectsOf } from '#tests/factories/photos.ts';
import { bomb, jpeg, webp } from '#tests/factories/pictures.ts';
import { aSubmission } from '#tests/factories/submission.ts';

const REPORT = 'REPORT' as const;

const photosOf = (draftId: string) => db.photo.findMany({ where: { draftId }, orderBy: { position: 'asc' } });
const photo = (id: string) => db.photo.findUnique({ where: { id } });
const several = (count: number) => Promise.all(Array.from({ length: count }, () => aStoredPhoto()));

describe('giving photos to a draft', () => {
  it('records them in order, one job for each', async () => {
    const draftId = await aDraftRow();
    const first = await several(2);
    await attach(first, { draftId, purpose: REPORT });
    const second = await several(1);
    await attach(second, { draftId, purpose: REPORT });
    const rows = await photosOf(draftId);
    expect(rows.map((row) => row.id)).toEqual([...first, ...second].map((stored) => stored.id));
    expect(rows.map((row) => [row.position, row.state])).toEqual([
      [0, 'RECEIVED'],
      [1, 'RECEIVED'],
      [2, 'RECEIVED'],
    ]);
    for (const { id } of rows) expect(await jobsFor(id)).toBe(1);
  });

  it('takes the same photo twice for one, in one request and in two', async () => {
    const draftId = await aDraftRow();
    const bytes = await jpeg();
    const [one, two, three] = [
      await aStoredPhoto(bytes),
      await aStoredPhoto(bytes),
      await aStoredPhoto(bytes),
    ];
    expect(await attach([one, two], { draftId, purpose: REPORT })).toEqual({
      inserted: [one],
      duplicates: [two],
    });
    expect(await attach([three], { draftId, purpose: REPORT })).toEqual({
      inserted: [],
      duplicates: [three],
    });
    await discardStored([one, two, three]);
    expect(await photosOf(draftId)).toHaveLength(1);
    expect(await Promise.all([one, two, three].map(({ id }) => objectsOf(id)))).toEqual([
      [originalKey(one.id)],
      [],
      [],
    ]);
  });

  it('refuses more than five and keeps none of the last ones', async () => {
    const draftId = await aDraftRow();
    await attach(await several(4), { draftId, purpose: REPORT });
    const more = await several(2);
    await expect(attach(more, { draftId, purpose: REPORT })).rejects.toMatchObject({
      code: 'INVALID',
      details: { fields: { photos: ['media.tooMany'] } },
    });
    expect(await photosOf(draftId)).toHaveLength(4);
    expect(await jobsFor(more[0]?.id ?? '')).toBe(0);
  });

  it('lets only one of two requests at once take the last place', async () => {
    const draftId = await aDraftRow();
    await attach(await several(4), { draftId, purpose: REPORT });
    const [one, two] = [await several(1), await several(1)];
    let second: Promise<unknown> = Promise.resolve();
    await inTransaction(async (tx) => {
      await insertPhotos(tx, one, { draftId, purpose: REPORT });
      second = attach(two, { draftId, purpose: REPORT }).catch((error: unknown) => error);
      // Time enough for the second to count, were it not made to wait.
      await sleep(300);
    });
    expect(await second).toMatchObject({ code: 'INVALID' });
    expect(await photosOf(draftId)).toHaveLength(5);
  });

  it('leaves neither photo nor job when the transaction fails', async () => {
    const draftId = await aDraftRow();
    const photos = await several(1);
    const failing = inTransaction(async (tx) => {
      await insertPhotos(tx, photos, { draftId, purpose: REPORT });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await photosOf(draftId)).toEqual([]);
    expect(await jobsFor(photos[0]?.id ?? '')).toBe(0);
  });

  it('refuses a draft that was sent, and one that is none', async () => {
    const draftId = await aDraftRow();
    const { id } = await aSubmission();
    await db.draft.update({ where: { id: draftId }, data: { submissionId: id } });
    const photos = await several(1);
    await expect(attach(photos, { draftId, purpose: REPORT })).rejects.toMatchObject({ code: 'GONE' });
    await expect(attach(photos, { draftId: newId(), purpose: REPORT })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(attach(photos, { purpose: REPORT })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('photos of a submission', () => {
  it('are those of the draft it was made from', async () => {
    const draftId = await aDraftRow();
    await attach(await several(2), { draftId, purpose: REPORT });
    const { id } = await aSubmission();
    expect(await inTransaction((tx) => adoptDraftPhotos(tx, draftId, id))).toBe(2);
    expect(await photosOf(draftId)).toEqual([]);
    expect(await db.photo.count({ where: { submissionId: id, draftId: null, eventId: null } })).toBe(2);
  });

  it('count for each event by themselves: a second repair has five of its own', async () => {
    const { id: submissionId } = await aSubmission();
    const before = await db.event.findFirstOrThrow({ where: { submissionId } });
    await attach(await several(5), { submissionId, purpose: REPORT });
    await attach(await several(5), { submissionId, eventId: before.id, purpose: 'RESULT' });
    const over = await several(1);
    await expect(attach(over, { submissionId, eventId: before.id, purpose: 'RESULT' })).rejects.toMatchObject(
      { code: 'INVALID' },
    );
    await attach(over, { submissionId, eventId: before.id + 1n, purpose: 'RESULT' });
    expect(await db.photo.count({ where: { submissionId } })).toBe(11);
  });
});

describe('taking a photo of a draft away', () => {
  it('removes the row and every file', async () => {
    const draftId = await aDraftRow();
    const id = await aPhoto({ draftId, purpose: REPORT });
    expect(await objectsOf(id)).toHaveLength(3);
    expect(await removeDraftPhoto(draftId, id)).toBe(true);
    expect(await photo(id)).toBeNull();
    expect(await objectsOf(id)).toEqual([]);
    expect(await removeDraftPhoto(draftId, id)).toBe(false);
  });

  it('leaves photos of another draft and of a submission alone', async () => {
    const [mine, other] = [await aDraftRow(), await aDraftRow()];
    const theirs = await aPhoto({ draftId: other, purpose: REPORT });
    const { id: submissionId } = await aSubmission();
    const sent = await aPhoto({ submissionId, purpose: REPORT });
    expect(await removeDraftPhoto(mine, theirs)).toBe(false);
    expect(await removeDraftPhoto(mine, sent)).toBe(false);
    expect(await inTransaction((tx) => removePhotosOfDrafts(tx, [mine]))).toBe(0);
    expect(await objectsOf(theirs)).toHaveLength(3);
    expect(await objectsOf(sent)).toHaveLength(3);
  });
});

describe('making pictures', () => {
  it('draws two without anything the camera wrote, and says how large', async () => {
    const draftId = await aDraftRow();
    const original = await jpeg({ width: 2000, height: 1000, orientation: 6 });
    expect(original.includes('CanaryPhone')).toBe(true);
    const id = await aPhoto({ draftId, purpose: REPORT }, original);
    expect(await photo(id)).toMatchObject({ state: 'READY', failure: null, width: 800, height: 1600 });
    for (const size of ['thumb', 'view'] as const) {
      const picture = await readObject(pictureKey(id, size));
      expect(picture?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
      expect(picture?.includes('Canary')).toBe(false);
    }
    expect(await readObject(originalKey(id))).toEqual(original);
  });

  it('does nothing the second time', async () => {
    const draftId = await aDraftRow();
    const id = await aPhoto({ draftId, purpose: REPORT });
    const put = vi.spyOn(storage, 'put');
    await processPhoto(id);
    await processPhoto(newId());
    expect(put).not.toHaveBeenCalled();
    put.mockRestore();
  });

  it.each([
    ['UNREADABLE', async () => (await webp()).subarray(0, 9_000)],
    ['TOO_MANY_PIXELS', bomb],
  ] as const)('says %s of a photo that cannot be drawn', async (failure, content) => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const id = await aPhoto({ draftId: await aDraftRow(), purpose: REPORT }, await content());
    log.mockRestore();
    expect(await photo(id)).toMatchObject({ state: 'FAILED', failure, width: null });
    expect(await objectsOf(id)).toEqual([originalKey(id)]);
  });

  it('says MISSING when the file is gone', async () => {
    const stored = await aStoredPhoto();
    await attach([stored], { draftId: await aDraftRow(), purpose: REPORT });
    await storage.remove(originalKey(stored.id));
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await processPhoto(stored.id);
    log.mockRestore();
    expect(await photo(stored.id)).toMatchObject({ state: 'FAILED', failure: 'MISSING' });
  });

  it('tries again when the disk failed: the photo is not to blame', async () => {
    const stored = await aStoredPhoto();
    await attach([stored], { draftId: await aDraftRow(), purpose: REPORT });
    const put = vi
      .spyOn(storage, 'put')
      .mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    await expect(processPhoto(stored.id)).rejects.toThrow('full');
    put.mockRestore();
    expect(await photo(stored.id)).toMatchObject({ state: 'RECEIVED', failure: null });
    await processPhoto(stored.id);
    expect(await photo(stored.id)).toMatchObject({ state: 'READY' });
  });

  it('leaves nothing of a photo that its owner removed meanwhile', async () => {
    const draftId = await aDraftRow();
    const stored = await aStoredPhoto();
    await attach([stored], { draftId, purpose: REPORT });
    const put = storage.put;
    const slow = vi.spyOn(storage, 'put').mockImplementationOnce(async (key, path) => {
      await removeDraftPhoto(draftId, stored.id);
      await put(key, path);
    });
    await processPhoto(stored.id);
    slow.mockRestore();
    expect(await objectsOf(stored.id)).toEqual([]);
  });
});
