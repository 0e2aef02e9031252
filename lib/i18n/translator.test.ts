import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OUTCOMES, STATUSES, WAITING_ON } from '#lib/submissions/words.ts';
import { CATALOG } from './catalog.ts';
import { LANGUAGES } from './languages.ts';
import { translator } from './translator.ts';

describe('messages', () => {
  it.each(LANGUAGES)('are loaded from every room file in $code', ({ code }) => {
    const folder = new URL(`./messages/${code}/`, import.meta.url);
    const files = readdirSync(folder).map((name) => name.replace('.json', ''));
    expect(Object.keys(CATALOG[code]).sort()).toEqual(files.sort());
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
});
