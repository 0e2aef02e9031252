import { describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { aStoredPhoto, attach } from '#tests/factories/photos.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

async function aReportPhoto({ id }: Case): Promise<string> {
  const photo = await aStoredPhoto();
  await attach([photo], { submissionId: id, purpose: 'REPORT' });
  return photo.id;
}

/** Photos of the case that anybody may see. */
const shown = async ({ id }: Case) =>
  (await db.photo.findMany({ where: { submissionId: id, releasedAt: { not: null }, hiddenAt: null } })).map(
    (photo) => photo.id,
  );
const release = async (one: Case, photos: string[], text?: string) =>
  give(one, await staff('infolinia'), 'release', { photos, text });
const hide = async (one: Case, photos: string[]) =>
  give(one, await staff('infolinia'), 'hide', { photos, reasonCode: 'PERSONAL_DATA' });
const publicText = async ({ id }: Case) =>
  (await db.submission.findUniqueOrThrow({ where: { id } })).publicText;

describe('a release', () => {
  it('shows the text as corrected, and of the photos the chosen ones', async () => {
    const one = await aSubmission();
    const photo = await aReportPhoto(one);
    const other = await aReportPhoto(await aSubmission());
    await release(one, [], 'Dziura [usunięto].');
    expect([await publicText(one), await shown(one)]).toEqual(['Dziura [usunięto].', []]);
    await release(one, [photo]);
    expect(await shown(one)).toEqual([photo]);
    expect(await db.photo.findUnique({ where: { id: other } })).toMatchObject({ releasedAt: null });
  });

  it.each(['release', 'hide'] as const)(
    '%s refuses the photo of another case, and does nothing',
    async (what) => {
      const [one, another] = [await aSubmission(), await aSubmission()];
      const foreign = await aReportPhoto(another);
      if (what === 'hide') await release(another, [foreign]);
      await expect({ release, hide }[what](one, [foreign])).rejects.toMatchObject({
        details: { fields: { photos: ['validation.photoUnknown'] } },
      });
      expect(await shown(another)).toEqual(what === 'hide' ? [foreign] : []);
      expect(await publicText(one)).toBeNull();
    },
  );
});

describe('hiding', () => {
  it('takes away one photo, or everything', async () => {
    const one = await aSubmission();
    const photos = [await aReportPhoto(one)];
    await release(one, photos);
    await hide(one, photos);
    expect([(await publicText(one)) !== null, await shown(one)]).toEqual([true, []]);
    await release(one, photos);
    await hide(one, []);
    expect([await publicText(one), await shown(one)]).toEqual([null, []]);
  });
});

describe('what was withdrawn', () => {
  it('has lost its words, whoever was told them', async () => {
    const one = await aSubmission({ text: 'Słowa osoby.' });
    const infoline = await staff('infolinia');
    const said = { question: 'Gdzie?', reply: 'U mnie, pod trójką.', objection: 'Nadal u mnie cieknie.' };
    await release(one, []);
    await give(one, infoline, 'ask', { question: said.question });
    await give(one, reporterOf(one), 'reply', { reply: said.reply });
    await give(one, infoline, 'answer', { explanation: 'Gotowe.' });
    await give(one, reporterOf(one), 'object', { objection: said.objection });
    await give(one, reporterOf(one), 'withdraw', {});
    const left = await db.submission.findUniqueOrThrow({
      where: { id: one.id },
      include: { messages: { select: { text: true } }, places: true },
    });
    const written = JSON.stringify(left);
    for (const word of ['Słowa osoby', said.reply, said.objection, 'Rynek Główny']) {
      expect(written).not.toContain(word);
    }
    expect(written).toContain(said.question);
    expect(left.searchText).toBeNull();
  });
});

describe('a category that becomes sensitive', () => {
  it('takes the address of what was released out of the search, and gives it back when it no longer is', async () => {
    const template = await db.category.findFirstOrThrow({ where: { kind: 'PROBLEM', sensitive: false } });
    const code = `bywa-drazliwa-${newId().slice(0, 8)}`;
    await db.category.create({
      data: { ...template, name: { pl: 'Bywa' }, keywords: {}, groupName: { pl: 'Inne' }, code },
    });
    const one = await aSubmission({ category: code, text: 'Łuszczy się farba.', address: 'Różana 3' });
    await release(one, []);
    const words = async () => (await db.submission.findUniqueOrThrow({ where: { id: one.id } })).searchText;
    const before = await words();
    expect(before).toContain('rozana 3');
    await db.category.update({ where: { code }, data: { sensitive: true } });
    expect(await words()).not.toContain('rozana');
    expect(await words()).toContain('luszczy');
    await db.category.update({ where: { code }, data: { sensitive: false } });
    expect(await words()).toBe(before);
  });
});
