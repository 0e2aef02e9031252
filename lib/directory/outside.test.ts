import { describe, expect, it } from 'vitest';
import { readInstitutions } from '#prisma/seed/files.ts';
import { outsideHint } from './outside.ts';
import { PROBLEMS } from './suggest-corpus.fixture.ts';
import { ENGLISH_PROBLEMS } from './suggest-corpus-en.fixture.ts';
import { MORE_PROBLEMS } from './suggest-corpus-more.fixture.ts';
import { UKRAINIAN_PROBLEMS } from './suggest-corpus-uk.fixture.ts';

describe('hints outside the city', () => {
  it.each([
    ['Dziura na autostradzie A4 przy zjeździe', 'gddkia'],
    ['Zepsuty szlaban na przejeździe kolejowym', 'pkp-plk'],
    ['Śmieci na brzegu Wisły', 'wody-polskie'],
    ['Jak dostać paszport?', 'muw'],
    ['W całym bloku nie ma prądu', 'pogotowie-energetyczne'],
    ['Czuć gaz na klatce', 'pogotowie-gazowe'],
    ['Kiedy dostanę 800 plus', 'zus'],
    ['wniosek o 800+ przepadł', 'zus'],
    ['winda w bloku znowu stoi', 'spoldzielnia-lub-wspolnota'],
    ['Sąsiad postawił garaż, to samowola budowlana', 'pinb'],
    ['Where do I get a residence permit?', 'muw'],
    ['I can smell gas on the staircase', 'pogotowie-gazowe'],
    ['The barrier at the level crossing is broken', 'pkp-plk'],
    ['There has been a power cut since morning', 'pogotowie-energetyczne'],
    ['У під’їзді запах газу', 'pogotowie-gazowe'],
    ['Зламаний шлагбаум на переїзді', 'pkp-plk'],
    ['Де отримати карту побиту?', 'muw'],
    ['Коли буде пенсія', 'zus'],
    ['У квартирі немає світла', 'pogotowie-energetyczne'],
  ])('%s → %s', (text, code) => expect(outsideHint(text)?.code).toBe(code));

  it('names only institutions that exist', () => {
    const known = new Set(readInstitutions().map((one) => one.code));
    for (const code of ['gddkia', 'muw', 'zus', '112']) expect(known).toContain(code);
  });

  it('seldom sends away what is the city’s own', () => {
    const all = [...PROBLEMS, ...MORE_PROBLEMS, ...ENGLISH_PROBLEMS, ...UKRAINIAN_PROBLEMS].map(
      ([text]) => text,
    );
    const wrong = all.filter((text) => outsideHint(text));
    expect(wrong.length / all.length, wrong.join('\n')).toBeLessThan(0.04);
  });

  it('says nothing of nothing', () => {
    for (const text of ['', 'latarnia nie świeci', 'proszę dzwonić 600 700 800', '\u0000'.repeat(100_000)])
      expect(outsideHint(text)).toBeNull();
  });
});
