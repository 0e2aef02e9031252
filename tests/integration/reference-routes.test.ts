import { describe, expect, it } from 'vitest';
import { GET as places } from '#app/api/places/route.ts';
import { GET as categories } from '#app/api/suggest/categories/route.ts';

type Handler = typeof places;

async function ask(handler: Handler, query: Record<string, string> | string) {
  const request = new Request(`http://localhost:3000/api/x?${new URLSearchParams(query)}`, {
    headers: { 'x-client-address': '192.0.2.1' },
  });
  const response = await handler(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json(), type: response.headers.get('content-type') };
}

describe('GET /api/places', () => {
  it('gives the contract’s fields, best first', async () => {
    const { status, body, type } = await ask(places, { q: 'Długa 12', lang: 'pl' });
    expect(status).toBe(200);
    expect(type).toBe('application/json; charset=utf-8');
    expect(body[0]).toEqual({
      label: 'Długa 12',
      lat: expect.any(Number),
      lng: expect.any(Number),
      type: 'address',
      district: 1,
    });
    expect((await ask(places, { q: 'a' })).body).toHaveLength(10);
  });

  it.each<Record<string, string> | string>([
    {},
    { q: '' },
    { q: 'x'.repeat(5_000) },
    { q: 'zażółć', lang: 'xx' },
    'q=a&q=b',
    'q=%00',
  ])('answers %j with a list', async (query) => {
    const { status, body } = await ask(places, query);
    expect(status).toBe(200);
    expect(Array.isArray(body)).toBe(true);
  });
});

describe('GET /api/suggest/categories', () => {
  it('gives the contract’s fields, best first, in the language', async () => {
    const { status, body } = await ask(categories, { kind: 'PROBLEM', text: 'dziura w jezdni', lang: 'uk' });
    expect(status).toBe(200);
    expect(body[0]).toEqual({
      code: 'dziura-w-jezdni',
      name: 'Яма на дорозі',
      score: expect.any(Number),
      reason: expect.stringContaining('dziura'),
    });
  });

  it('keeps to the kind', async () => {
    const { body } = await ask(categories, { kind: 'QUESTION', text: 'dowód osobisty', lang: 'pl' });
    expect(body[0].code).toBe('pytanie-dokumenty');
    expect((await ask(categories, { kind: 'IDEA', text: 'więcej drzew przy ulicy' })).body[0].code).toBe(
      'pomysl-zielen',
    );
  });

  it('refuses a kind that does not exist, and suggests nothing of nothing', async () => {
    expect((await ask(categories, { kind: 'RUMOUR', text: 'dziura' })).status).toBe(422);
    expect((await ask(categories, {})).body).toEqual([]);
    expect((await ask(categories, { text: 'ą'.repeat(20_000) })).body).toEqual([]);
  });
});
