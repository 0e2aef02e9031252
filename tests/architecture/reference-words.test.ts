import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#lib/i18n/languages.ts';
import { ROOT } from '#scripts/paths.ts';
import { FOREIGN, GENDERED } from './language-marks.ts';

type Said = { at: string; texts: Record<string, unknown> };

const CODES = LANGUAGES.map(({ code }) => code);
const DATA = path.join(ROOT, 'prisma', 'data');

const isTree = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object';

/** Everything in a file that is said in languages: `{pl, en, uk}`, wherever it stands. */
function said(value: unknown, at: string): Said[] {
  if (!isTree(value)) return [];
  if ('pl' in value) return [{ at, texts: value }];
  return Object.entries(value).flatMap(([key, below]) => said(below, `${at}.${key}`));
}

const FILES = [
  ...['categories.json', 'category-groups.json', 'departments.json', 'institutions.json'],
  'reply-templates.json',
  ...readdirSync(path.join(DATA, 'procedures')).map((name) => `procedures/${name}`),
];
const ALL = FILES.flatMap((file) => said(JSON.parse(readFileSync(path.join(DATA, file), 'utf8')), file));

const filled = (value: unknown) =>
  [value].flat().filter((text): text is string => typeof text === 'string' && text.trim() !== '');

describe('the reference data', () => {
  it('says everything in each language, lists with as many points', () => {
    const short = ALL.filter(({ at, texts }) => {
      const counts = CODES.map((code) => filled(texts[code]).length);
      return at.includes('.keywords') ? false : new Set(counts).size > 1;
    });
    expect(ALL.length).toBeGreaterThan(100);
    expect(short.map(({ at }) => at)).toEqual([]);
  });

  it.each(CODES)('has the marks of %s, and speaks to everybody', (code) => {
    const wrong = ALL.filter(({ at }) => !at.includes('.keywords')).flatMap(({ at, texts }) =>
      filled(texts[code]).flatMap((text) =>
        FOREIGN[code].test(text) || GENDERED.test(text) ? [`${at}: ${text}`] : [],
      ),
    );
    expect(wrong).toEqual([]);
  });
});
