import { describe, expect, it } from 'vitest';
import { TOPICS } from '#lib/directory/procedure-schema.ts';
import { readDepartments } from './files.ts';
import { type ProcedureFigure, readProcedures } from './procedures.ts';

const cards = readProcedures();

/** All texts of a card in one language. */
function textsIn(language: 'pl' | 'en' | 'uk', value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(language, one));
  const fields = value as Record<string, unknown>;
  const own =
    language in fields
      ? [fields[language]].flat()
      : Object.values(fields).flatMap((one) => textsIn(language, one));
  return own.filter((one): one is string => typeof one === 'string');
}

const unique = (values: string[]) => new Set(values).size === values.length;
const everyCard = (check: (card: ProcedureFigure) => unknown) =>
  cards.flatMap((card) => (check(card) ? [] : [card.code]));

describe('procedure cards of the seed', () => {
  it('are there for every topic, each with a symbol of its own', () => {
    expect(cards.length).toBeGreaterThanOrEqual(25);
    expect(unique(cards.map(({ symbol }) => symbol))).toBe(true);
    expect(TOPICS.filter((topic) => !cards.some((card) => card.topic === topic))).toEqual([]);
  });

  it('say who does it: a department that there is, or a name', () => {
    const departments = readDepartments().map(({ code }) => code);
    expect(
      everyCard(({ department, content }) =>
        department ? departments.includes(department) && content.unit === null : content.unit !== null,
      ),
    ).toEqual([]);
  });

  it('are written in the letters of their language', () => {
    const wrong = (language: 'pl' | 'en' | 'uk', letters: RegExp) =>
      everyCard(({ content }) => !textsIn(language, content).some((text) => letters.test(text)));
    expect(wrong('pl', /\p{Script=Cyrillic}/u)).toEqual([]);
    expect(wrong('en', /\p{Script=Cyrillic}/u)).toEqual([]);
    expect(wrong('uk', /[ыъэё]/iu)).toEqual([]);
    expect(everyCard(({ content }) => /\p{Script=Cyrillic}/u.test(content.title.uk))).toEqual([]);
  });

  it('name no telephone but the infoline’s and those of the services', () => {
    const PHONE = /(?<!\d)\d{2,3}[ -]?\d{3}[ -]?\d{2,3}[ -]?\d{2,3}(?!\d)/g;
    const named = cards.flatMap(({ content }) => JSON.stringify(content).match(PHONE) ?? []);
    expect([...new Set(named)]).toEqual(['12 616 55 55']);
  });

  it('can be found by words that people say', () => {
    expect(
      everyCard(({ content }) => Object.values(content.keywords).every((words) => words.length >= 3)),
    ).toEqual([]);
  });

  it('speak to everybody: no word that asks who somebody is', () => {
    const GENDERED = /\p{L}\/(a|ą|ła|y|na)\b|\p{L}\((a|ą|ła)\)/u;
    expect(everyCard(({ content }) => !textsIn('pl', content).some((text) => GENDERED.test(text)))).toEqual(
      [],
    );
  });

  it('the checks notice what is wrong', () => {
    expect(
      textsIn('uk', { a: { pl: 'a', en: 'b', uk: 'c' }, b: [{ pl: ['a'], en: ['b'], uk: ['d', 'e'] }] }),
    ).toEqual(['c', 'd', 'e']);
  });
});
