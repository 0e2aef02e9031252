import { afterEach, describe, expect, it } from 'vitest';
import { POST } from '#app/api/procedures/route.ts';
import {
  findProcedures,
  forgetProcedures,
  listProcedures,
  readProcedure,
} from '#lib/directory/procedures/queries.ts';
import { LANGUAGES } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import { readProcedures } from '#prisma/seed/procedures.ts';
import { seedReference } from '#prisma/seed/reference.ts';
import { callRoute } from '#tests/factories/request.ts';

afterEach(forgetProcedures);

async function ask(json: unknown) {
  const response = await callRoute(POST, '/api/procedures', { json });
  return { status: response.status, body: await response.json() };
}

/** Every text of a value, wherever it stands. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
}

describe('cards of the seed', () => {
  it('are all in the table, whole, as samples to be verified', async () => {
    const rows = await db.procedure.findMany();
    expect(rows.map(({ code }) => code).sort()).toEqual(
      readProcedures()
        .map(({ code }) => code)
        .sort(),
    );
    expect(rows.filter((row) => row.verifiedAt !== null)).toEqual([]);
  });

  it.each(LANGUAGES.map(({ code }) => code))(
    'can be read from the first word to the last in %s',
    async (locale) => {
      for (const { code } of readProcedures()) {
        const card = await readProcedure(code, locale);
        expect(card, code).toMatchObject({ code, verified: false });
        expect(texts(card).filter((text) => text.trim() === '')).toEqual([]);
        expect(card?.unit, code).not.toBe('');
        expect(card?.url).toBe(`${locale === 'pl' ? '' : `/${locale}`}/karty-uslug/${code}`);
      }
    },
  );

  it('stay as an administrator left them, and as the city confirmed them', async () => {
    const change = (code: string, data: object) => db.procedure.update({ where: { code }, data });
    await change('meldunek-staly', { symbol: 'XX-91', edited: true });
    await change('meldunek-czasowy', { symbol: 'XX-92', verifiedAt: new Date('2026-10-01') });
    await change('odpis-aktu', { symbol: 'XX-93' });
    expect(await seedReference()).toMatchObject({ procedures: 1 });
    const symbols = await db.procedure.findMany({ where: { symbol: { startsWith: 'XX' } } });
    expect(symbols.map(({ symbol }) => symbol).sort()).toEqual(['XX-91', 'XX-92']);
  });
});

describe('reading cards', () => {
  it('lists each active card once, under its topic', async () => {
    const code = 'dowod-osobisty';
    const listed = async () =>
      (await listProcedures('pl')).flatMap(({ cards }) => cards.map((card) => card.code));
    expect(new Set(await listed()).size).toBe((await listed()).length);
    expect(await listed()).toContain(code);
    await db.procedure.update({ where: { code }, data: { active: false } });
    forgetProcedures();
    expect(await listed()).not.toContain(code);
    expect(await readProcedure(code, 'pl')).toBeNull();
    expect(await findProcedures('dowód osobisty', 'pl', 3)).not.toContainEqual(
      expect.objectContaining({ code }),
    );
    await db.procedure.update({ where: { code }, data: { active: true } });
  });

  it('says nothing more of doubt once the city confirmed the card', async () => {
    const code = 'gabaryty';
    expect((await readProcedure(code, 'pl'))?.toVerify).toContain('fee');
    await db.procedure.update({ where: { code }, data: { verifiedAt: new Date('2026-10-01') } });
    forgetProcedures();
    expect(await readProcedure(code, 'pl')).toMatchObject({ verified: true, toVerify: [] });
  });
});

describe('POST /api/procedures', () => {
  it('gives the contract’s fields, best first, in the language', async () => {
    const { status, body } = await ask({ q: 'wymiana dowodu', lang: 'uk' });
    expect(status).toBe(200);
    expect(body[0]).toEqual({
      code: 'dowod-osobisty',
      symbol: expect.stringMatching(/^[A-Z]+-\d\d$/),
      title: expect.stringContaining('Посвідчення'),
      summary: expect.any(String),
      url: '/uk/karty-uslug/dowod-osobisty',
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['an empty question', { q: '' }],
    ['words that say nothing', { q: 'jak i gdzie' }],
    ['an endless word', { q: 'x'.repeat(5_000) }],
    ['a language that is not there', { q: 'zażółć', lang: 'xx' }],
    ['a name said twice', { q: ['a', 'b'] }],
    ['a zero byte', { q: '\u0000' }],
  ])('answers %s with a list of at most ten', async (_what, query) => {
    const { status, body } = await ask(query);
    expect(status).toBe(200);
    expect(Array.isArray(body)).toBe(true);
    expect(body.length).toBeLessThanOrEqual(10);
  });

  it('is not asked by an address: what somebody typed would stand in every log', async () => {
    const routes = await Promise.all([
      import('#app/api/procedures/route.ts'),
      import('#app/api/staff/topics/route.ts'),
      import('#app/api/drafts/point/route.ts'),
    ]);
    expect(routes.flatMap((handlers) => Object.keys(handlers))).toEqual(['POST', 'POST', 'POST']);
  });
});
