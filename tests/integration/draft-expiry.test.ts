import { describe, expect, it } from 'vitest';
import { expireDrafts } from '#lib/filing/commands/expire.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { aDraftRow, aPhoto } from '#tests/factories/photos.ts';

const DAY = 86_400_000;

/** A draft with an answer and a photo. */
async function aFullDraft(): Promise<string> {
  const id = await aDraftRow();
  await db.draft.update({ where: { id }, data: { data: { text: 'Dziura', done: ['what'] } } });
  await aPhoto({ draftId: id, purpose: 'REPORT' });
  return id;
}

const photosOf = (draftId: string) => db.photo.count({ where: { draftId } });

describe('a draft that was not sent in seven days', () => {
  it('is emptied with its photos, and forgotten a month later', async () => {
    const id = await aFullDraft();
    shiftClock(6.9 * DAY);
    expect(await expireDrafts()).toBe(0);
    shiftClock(7.1 * DAY);
    expect(await expireDrafts()).toBe(1);
    expect(await db.draft.findUniqueOrThrow({ where: { id } })).toMatchObject({ data: {} });
    expect(await photosOf(id)).toBe(0);
    shiftClock(38 * DAY);
    await expireDrafts();
    expect(await db.draft.findUnique({ where: { id } })).toBeNull();
  });

  it('keeps its photos while somebody is sending it at this very moment', async () => {
    const id = await aFullDraft();
    await inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "people"."Draft" WHERE "id" = ${id}::uuid FOR UPDATE`;
      shiftClock(8 * DAY);
      expect(await expireDrafts()).toBe(0);
      expect(await photosOf(id)).toBe(1);
    });
    expect(await expireDrafts()).toBe(1);
    expect(await photosOf(id)).toBe(0);
  });
});
