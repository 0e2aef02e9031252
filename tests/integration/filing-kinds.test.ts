import { describe, expect, it } from 'vitest';
import { findProcedures } from '#lib/directory/procedures/queries.ts';
import { readDraft } from '#lib/filing/queries.ts';
import { db } from '#lib/platform/db.ts';
import { Browser, draftOf, led } from '#tests/factories/filing.ts';

const rowOf = (draftId: string) => db.submission.findUniqueOrThrow({ where: { draftId } });

const IDEA = {
  kind: 'IDEA',
  title: 'Ławki w cieniu  na Plantach',
  text: 'Latem nie ma gdzie usiąść. Dwanaście ławek pod drzewami wystarczy.',
};

describe('an idea, step by step, without a script', () => {
  it('goes from its name to the confirmation, and needs neither a place nor a photo', async () => {
    const browser = new Browser();
    const first = await browser.start(IDEA);
    const id = draftOf(first);
    const path = (step: string) => ({ status: 303, to: `/zglos/pomysl/${id}/${step}` });
    expect(led(first)).toEqual(path('category'));
    expect(led(await browser.step(id, 'category', { category: 'pomysl-zielen' }))).toEqual(path('place'));
    expect(led(await browser.step(id, 'place', {}))).toEqual(path('photos'));
    expect(led(await browser.step(id, 'photos', {}))).toEqual(path('contact'));
    expect(led(await browser.step(id, 'contact', { email: 'Ola@Example.com' }))).toEqual(path('check'));
    expect(led(await browser.submit(id)).to).toMatch(/^\/sledz\/[0-9A-Z]{13}\?przyjete=1$/);
    expect(await rowOf(id)).toMatchObject({
      kind: 'IDEA',
      categoryCode: 'pomysl-zielen',
      title: 'Ławki w cieniu na Plantach',
      publicTitle: null,
      districtNumber: null,
    });
  });

  it('is asked for its name, and keeps what was typed', async () => {
    const browser = new Browser();
    const { to } = led(await browser.start({ ...IDEA, title: ' ' }));
    expect(to).toMatch(/^\/zglos\/pomysl\?f=/);
    const [kept] = await db.formState.findMany({ orderBy: { expiresAt: 'desc' }, take: 1 });
    expect(kept?.data).toMatchObject({
      values: { text: IDEA.text },
      errors: { title: ['validation.titleRequired'] },
    });
  });

  it('a program that knows of no name sends a text, and its first sentence is the name', async () => {
    const browser = new Browser();
    const { title: _title, ...without } = IDEA;
    const id = draftOf(await browser.start({ ...without, category: 'pomysl-zielen', address: 'Planty' }));
    await browser.submit(id);
    expect((await rowOf(id)).title).toBe('Latem nie ma gdzie usiąść');
  });

  it('a refused answer comes back to the page of its own kind', async () => {
    const browser = new Browser();
    const id = draftOf(await browser.start(IDEA));
    expect(led(await browser.step(id, 'category', { category: 'dziura-w-jezdni' })).to).toMatch(
      new RegExp(`^/zglos/pomysl/${id}/category\\?f=`),
    );
    expect(led(await new Browser().step(id, 'what', { text: 'Cudze' })).to).toMatch(/^\/zglos\/problem\//);
  });
});

describe('a question, step by step, without a script', () => {
  it('is asked for no place and no photo, and is kept without them', async () => {
    const browser = new Browser();
    const first = await browser.start({
      kind: 'QUESTION',
      title: 'Nie stąd',
      text: 'Kto rządzi smokiem wawelskim?',
    });
    const id = draftOf(first);
    const path = (step: string) => ({ status: 303, to: `/zadaj-pytanie/${id}/${step}` });
    expect(led(first)).toEqual(path('category'));
    expect(led(await browser.step(id, 'category', { category: 'pytanie-dokumenty' }))).toEqual(
      path('contact'),
    );
    expect(led(await browser.step(id, 'contact', {}))).toEqual(path('check'));
    const owner = { actor: { type: 'anonymous' as const }, secret: browser.secret };
    expect((await readDraft(owner, id)).draft?.reachable).toEqual(['what', 'category', 'contact', 'check']);
    await browser.submit(id);
    const row = await rowOf(id);
    expect(row).toMatchObject({ kind: 'QUESTION', title: null });
    expect(await db.place.count({ where: { submissionId: row.id } })).toBe(0);
  });

  it('a place that was given is kept', async () => {
    const browser = new Browser();
    const fields = { kind: 'QUESTION', text: 'Co tu będzie?', category: 'pytanie-inne', address: 'Długa 12' };
    const id = draftOf(await browser.start(fields));
    await browser.submit(id);
    expect(await db.place.count({ where: { submissionId: (await rowOf(id)).id } })).toBe(1);
  });
});

describe('a question meets the cards', () => {
  const text = 'Kończy mi się ważność dowodu osobistego, co mam zrobić?';
  const question = { kind: 'QUESTION', text };
  const next = (to: string) => to.split('/').at(-1);

  it('shows those that may answer before it goes on, once', async () => {
    const browser = new Browser();
    const first = await browser.start(question);
    const id = draftOf(first);
    expect(next(led(first).to)).toBe('cards');
    const owner = { actor: { type: 'anonymous' as const }, secret: browser.secret };
    expect((await readDraft(owner, id)).draft?.cards[0]?.code).toBe('dowod-osobisty');
    expect(next(led(await browser.step(id, 'cards', {})).to)).toBe('category');
    expect(next(led(await browser.step(id, 'what', { text: `${text} Proszę.` })).to)).toBe('category');
    expect(
      next(led(await browser.step(id, 'what', { text: 'Czy dostanę zwrot opłaty skarbowej?' })).to),
    ).toBe('cards');
  });

  it('shows nothing that was seen while it was typed, and nothing to a program or another kind', async () => {
    const start = async (fields: Record<string, string>) => next(led(await new Browser().start(fields)).to);
    const shown = (await findProcedures(text, 'pl', 3)).map(({ code }) => code).join(' ');
    expect(await start({ ...question, seenCards: shown })).toBe('category');
    expect(await start({ ...question, seenCards: 'ceidg' })).toBe('cards');
    expect(await start({ ...question, category: 'pytanie-dokumenty' })).toBe('contact');
    expect(await start({ ...question, kind: 'PROBLEM' })).toBe('category');
  });

  it('keeps the card it was asked from, and shows no others', async () => {
    const browser = new Browser();
    const id = draftOf(await browser.start({ ...question, procedure: 'gabaryty' }));
    await browser.step(id, 'category', { category: 'pytanie-inne' });
    await browser.step(id, 'contact', {});
    await browser.submit(id);
    expect(await rowOf(id)).toMatchObject({ text, procedureCode: 'gabaryty' });
  });

  it('knows nothing of a card that is not there', async () => {
    const browser = new Browser();
    const id = draftOf(await browser.start({ ...question, procedure: 'no-such-card' }));
    await browser.step(id, 'cards', {});
    await browser.step(id, 'category', { category: 'pytanie-inne' });
    await browser.submit(id);
    expect((await rowOf(id)).procedureCode).toBeNull();
  });
});
