import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { IDEA_VIEWS, readIdeaFilter, readMark, writeMark } from '#lib/submissions/idea-filter.ts';
import { ideaList } from '#lib/submissions/queries/idea-list.ts';
import { publicCase } from '#lib/submissions/queries/public-case.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

const list = (query: Record<string, string> = {}) =>
  ideaList(
    ANONYMOUS,
    readIdeaFilter(query),
    { after: readMark(query.after), before: readMark(query.before) },
    'pl',
  );
const references = async (query: Record<string, string> = {}) =>
  (await list(query)).items.map(({ reference }) => reference);

async function published(text: string): Promise<Case> {
  const idea = await aSubmission({ kind: 'IDEA', text });
  await give(idea, await staff('infolinia'), 'publish', {});
  return idea;
}

describe('the list of ideas', () => {
  const ideas: Case[] = [];
  beforeAll(async () => {
    for (let i = 0; i < 45; i += 1) ideas.push(await published(`Pomysł ${i}. Opis.`));
    // Three of a kind each, so that the order has to be settled by more than the number.
    await Promise.all(
      ideas.map(({ id }, i) =>
        db.submission.update({ where: { id }, data: { supportCount: Math.floor(i / 3) } }),
      ),
    );
  });

  it.each(['supported', 'newest'])(
    'is walked there and back without a gap or a repeat (%s)',
    async (view) => {
      const there: string[] = [];
      let page = await list({ view });
      const first = page.items.map(({ reference }) => reference);
      there.push(...first);
      while (page.next) {
        page = await list({ view, after: page.next });
        there.push(...page.items.map(({ reference }) => reference));
      }
      expect(there).toHaveLength(45);
      expect(new Set(there).size).toBe(45);
      while (page.previous) page = await list({ view, before: page.previous });
      expect(page.items.map(({ reference }) => reference)).toEqual(first);
    },
  );

  it('begins with those most people support, or with the latest', async () => {
    const counts = (await list()).items.map(({ supportCount }) => supportCount);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBe(14);
    expect((await references({ view: 'newest' }))[0]).toBe(ideas.at(-1)?.reference);
  });

  it('has nobody’s unread idea, no hidden or withdrawn one, no problem and no question', async () => {
    const before = await references({ view: 'newest' });
    await aSubmission({ kind: 'IDEA' });
    await aSubmission({ kind: 'QUESTION' });
    await aSubmission();
    const hidden = await published('Ukryty.');
    await give(hidden, await staff('infolinia'), 'hide', { reasonCode: 'OFFENSIVE', photos: [] });
    const withdrawn = await published('Wycofany.');
    await give(withdrawn, reporterOf(withdrawn), 'withdraw', {});
    expect(await references({ view: 'newest' })).toEqual(before);
  });

  it('shows what is to be done, and what is done', async () => {
    const supervisor = await staff('kierownik');
    const [doing, done, refused] = [await published('A.'), await published('B.'), await published('C.')];
    for (const idea of [doing, done, refused])
      await give(idea, supervisor, 'start-review', { explanation: 'Czytamy.' });
    await give(doing, supervisor, 'accept', { explanation: 'Tak.', cost: 120_000 });
    await give(done, supervisor, 'accept', { explanation: 'Tak.' });
    await give(done, supervisor, 'resolve', { outcome: 'IMPLEMENTED', explanation: 'Jest.' });
    const reason = { reasonCode: 'NO_BUDGET', explanation: 'Nie.', alternative: 'Inaczej.' } as const;
    await give(refused, supervisor, 'decline', { ...reason, cost: 5_000_000 });
    expect(await references({ view: 'accepted' })).toEqual([doing.reference]);
    expect(await references({ view: 'done' })).toEqual([done.reference]);
    const { timeline } = await publicCase(ANONYMOUS, refused.reference, 'pl');
    expect(timeline[0]).toMatchObject({ type: 'decline', cost: 5_000_000 });
  });

  it('is narrowed by its address, and an unreadable address shows the whole', async () => {
    expect(await references({ category: 'pomysl-kultura' })).toEqual([]);
    expect(await references({ district: '1' })).toHaveLength(20);
    expect(await references({ view: 'x', category: "'", district: 'x', after: 'x' })).toEqual(
      await references(),
    );
  });

  it.each(IDEA_VIEWS)('takes a place that nobody was ever given in "%s"', async (view) => {
    const beyond = { value: 999_999_999_999_999, id: 'ffffffff-ffff-4fff-bfff-ffffffffffff' };
    const first = await references({ view });
    expect(await references({ view, after: writeMark(beyond) })).toEqual(first);
    expect(await references({ view, before: writeMark(beyond) })).toEqual([]);
  });

  it('an idea is called by its name, and its page says what it needs', async () => {
    const idea = await aSubmission({ kind: 'IDEA', text: 'Drzewa na placu. Pięć lip.' });
    expect(await publicCase(ANONYMOUS, idea.reference, 'pl')).toMatchObject({ title: null, text: null });
    await give(idea, await staff('infolinia'), 'publish', { title: 'Lipy na placu' });
    expect(await publicCase(ANONYMOUS, idea.reference, 'pl')).toMatchObject({
      title: 'Lipy na placu',
      supportable: true,
      idea: { threshold: 200, publishedAt: expect.any(String) },
    });
  });
});
