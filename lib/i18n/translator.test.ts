import { readdirSync } from 'node:fs';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { OUTCOMES, STATUSES, WAITING_ON } from '#lib/submissions/words.ts';
import { CATALOG, type MessageTree } from './catalog.ts';
import { loadMessages, translator } from './translator.ts';

function texts(tree: MessageTree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : texts(value, `${path}${key}.`),
  );
}

describe('messages', () => {
  it('are loaded from every room file', () => {
    const folder = new URL('./messages/pl/', import.meta.url);
    const files = readdirSync(folder).map((name) => name.replace('.json', ''));
    expect(Object.keys(CATALOG.pl ?? {}).sort()).toEqual(files.sort());
  });

  it.each(Object.keys(CATALOG))('are well formed in %s', (locale) => {
    const fail = (error: Error) => {
      throw error;
    };
    const t = createTranslator({ locale, messages: CATALOG[locale] ?? {}, onError: fail }) as unknown as {
      markup(key: string, values: Record<string, unknown>): string;
    };
    for (const [key, text] of texts(CATALOG[locale] ?? {})) {
      const names = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => [name, 2]);
      const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => [name, (words: string) => words]);
      expect(() => t.markup(key, Object.fromEntries([...names, ...tags])), key).not.toThrow();
    }
  });

  it('fall back to Polish where a translation is missing', () => {
    const english = loadMessages('en');
    expect(Object.keys(english).sort()).toEqual(Object.keys(loadMessages('pl')).sort());
    expect(translator('en', 'common')('languageNotice')).toContain('English');
    expect(translator('en', 'statuses')('RECEIVED')).toBe('Przyjęte');
  });

  it('count in Polish', () => {
    const t = translator('pl', 'common');
    expect([1, 2, 5, 22].map((count) => t('errorSummary', { count }))).toEqual([
      'Popraw jedną rzecz',
      'Popraw 2\u00a0rzeczy',
      'Popraw 5\u00a0rzeczy',
      'Popraw 22\u00a0rzeczy',
    ]);
  });

  it('have a word for every status, waiting and outcome', () => {
    const t = translator('pl', 'statuses');
    const words = [...STATUSES, ...OUTCOMES, ...WAITING_ON.filter((word) => word !== 'NONE'), 'OVERDUE'];
    for (const word of words) expect(t(word)).not.toContain('statuses.');
  });

  it('never end a line with a one-letter word or with a number', () => {
    const all = texts(loadMessages('pl'));
    expect(all.length).toBeGreaterThan(100);
    const loose = all.filter(([, text]) => /(^|[\s(„])[wziouaWZIOUA] \p{L}|[#\d] \p{L}/u.test(text));
    expect(loose).toEqual([]);
  });
});
