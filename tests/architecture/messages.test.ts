import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { CATALOG, type MessageTree } from '#lib/i18n/catalog.ts';
import { LANGUAGES } from '#lib/i18n/languages.ts';
import { loadMessages } from '#lib/i18n/translator.ts';
import { badBreaks, demands, plurals } from './icu.ts';
import { FOREIGN, GENDERED } from './language-marks.ts';
import { stringsOf, type Use, useOf } from './message-use.ts';
import { isProduct, SOURCES, sourceOf } from './source.ts';

function leaves(tree: MessageTree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const at = path ? `${path}.${key}` : key;
    return typeof value === 'string' ? [[at, value]] : leaves(value, at);
  });
}

const CODES = LANGUAGES.map(({ code }) => code);
const polish = leaves(CATALOG.pl);
const keys = polish.map(([key]) => key);
const inPolish = new Map(polish);
const rooms = Object.keys(CATALOG.pl);

const strings = new Set(SOURCES.filter(isProduct).flatMap(stringsOf));
const uses = SOURCES.filter(isProduct).map((source) => ({ path: source.path, ...useOf(source, rooms) }));

/** Keys and patterns of a use that no message answers. */
function missing(use: Use, known: string[]): string[] {
  const ends = (ending: string) => known.some((key) => key === ending || key.endsWith(`.${ending}`));
  return [
    ...use.keys.filter((key) => !known.includes(key)),
    ...use.loose.filter((ending) => !ends(ending)),
    ...use.patterns.filter((pattern) => !known.some((key) => pattern.test(key))).map(String),
  ];
}

/** Messages that no use asks for; a key that a variable holds may be any string of ours. */
function unused(all: Use[], known: string[], strings: Set<string>): string[] {
  const said = new Set(all.flatMap((use) => use.keys));
  const loose = new Set(all.flatMap((use) => use.loose));
  const patterns = all.flatMap((use) => use.patterns);
  const open = all.flatMap((use) => use.open);
  return known.filter((key) => {
    const ends = key.split('.').map((_, i, parts) => parts.slice(i).join('.'));
    const asked =
      said.has(key) || ends.some((end) => loose.has(end)) || patterns.some((pattern) => pattern.test(key));
    return !asked && !open.some((begin) => begin.test(key) && strings.has(key.replace(begin, '')));
  });
}

describe('messages', () => {
  it('every message that is asked for exists', () => {
    expect(uses.flatMap((use) => missing(use, keys).map((key) => `${use.path}: ${key}`))).toEqual([]);
  });

  it.each(rooms)('every message of the room %s is asked for', (room) => {
    expect(unused(uses, keys, strings).filter((key) => key.startsWith(`${room}.`))).toEqual([]);
  });

  it.each(CODES)('every message in %s can be read by the formatter', (locale) => {
    const broken: string[] = [];
    const messages = CATALOG[locale];
    const onError = (error: { code: string; message: string }) => {
      if (error.code !== 'FORMATTING_ERROR') broken.push(error.message);
    };
    const t = createTranslator({ locale, messages, onError, timeZone: 'Europe/Warsaw' });
    for (const [key] of leaves(messages)) t.markup(key as never);
    expect(broken).toEqual([]);
  });
});

describe.each(CODES)('messages in %s', (locale) => {
  const all = leaves(CATALOG[locale]);
  const which = (wrong: (text: string, key: string) => boolean) =>
    all.flatMap(([key, text]) => (wrong(text, key) ? [`${key}: ${text}`] : []));

  it('are the same as in Polish, none missing and none left over', () => {
    const theirs = new Set(all.map(([key]) => key));
    expect(keys.filter((key) => !theirs.has(key))).toEqual([]);
    expect([...theirs].filter((key) => !inPolish.has(key))).toEqual([]);
  });

  it('have the placeholders, choices and tags of the Polish ones', () => {
    const others = which((text, key) => demands(text).join() !== demands(inPolish.get(key) ?? text).join());
    expect(others).toEqual([]);
  });

  it('have every plural form of the language', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const short = which((text) =>
      plurals(text).some(
        (given) => Object.values(given).join().includes('#') && !forms.every((form) => form in given),
      ),
    );
    expect(short).toEqual([]);
  });

  it('say the number where one form stands for several, as the Ukrainian one does for 1 and 21', () => {
    if (new Intl.PluralRules(locale).select(21) !== 'one') return;
    const wrong = (given: Record<string, string>) =>
      given.one !== undefined && !given.one.includes('#') && !('=1' in given);
    expect(which((text) => plurals(text).some(wrong))).toEqual([]);
  });

  it('never end a line with a one-letter word or with a number alone', () => {
    const shown = leaves(loadMessages(locale));
    const found = shown.flatMap(([key, text]) =>
      badBreaks(text, locale).map((place) => `${key}: …${place}…`),
    );
    expect(found).toEqual([]);
  });

  it('are not empty and have no blanks around them', () => {
    expect(which((text) => text === '' || text !== text.trim())).toEqual([]);
  });

  it('have the marks of the language: its letters, its quotation marks, a curved apostrophe', () => {
    expect(which((text) => FOREIGN[locale].test(text.replace(/<\/?\w+\/?>/g, '')))).toEqual([]);
  });

  it('speak to everybody, whatever their gender', () => {
    expect(which((text) => GENDERED.test(text))).toEqual([]);
  });
});

describe('how messages are looked for', () => {
  const say = (text: string) => useOf(sourceOf('components/a.tsx', text), ['home', 'list', 'errors']);
  const known = ['home.a', 'home.b.c', 'list.a', 'errors.refusal.LATE', 'list.d.x', 'list.d.y'];

  it('a key is found in the room of its translator, each function by itself', () => {
    const use = say(`
      function A() { const t = useTranslations('home'); return t('a') + t.rich('b.c', {}); }
      async function B() { const t = await getTranslations({ locale, namespace: 'list' }); return t(x ? 'a' : 'no'); }
      const c = translator(locale, 'home')('none');`);
    expect(use.keys).toEqual(['home.a', 'home.b.c', 'list.a', 'list.no', 'home.none']);
    expect(missing(use, known)).toEqual(['list.no', 'home.none']);
  });

  it('whole keys and keys with a part filled in later are found too', () => {
    const use = say(
      'const t = useTranslations(); t(`list.d.$' +
        '{x}`); throw new AppError(code, `errors.refusal.$' +
        "{why}`, 'home.gone');",
    );
    expect(missing(use, known)).toEqual(['home.gone']);
    expect(unused([use], known, new Set(['d.x']))).toEqual(['home.a', 'home.b.c', 'list.a']);
  });

  it('a translator that came as an argument is believed when some room has the key', () => {
    const use = say("function a(t) { return t('b.c') + t('b.nothing') + t(`d.$" + '{x}`); }');
    expect(missing(use, known)).toEqual(['b.nothing']);
    expect(unused([use], known, new Set())).not.toContain('list.d.x');
  });

  it('a key kept in a variable may be any string of ours', () => {
    const use = say(
      "const LOOK = { one: 'd.x' }; function A() { const t = useTranslations('list'); return t(LOOK[k]); }",
    );
    expect(unused([use], known, new Set(['d.x']))).not.toContain('list.d.x');
    expect(unused([use], known, new Set(['d.x']))).toContain('list.d.y');
  });

  it('a room may be filled in later too, and a file of messages may be read by itself', () => {
    const use = say(
      'function A({ x }) { const t = useTranslations(`list.$' + "{x}`); return t('x') + t(`$" + '{x}`); }',
    );
    expect(missing(use, known)).toEqual([]);
    expect(
      say("import words from '#lib/i18n/messages/pl/home.json' with { type: 'json' }; a(words.b.c);").keys,
    ).toContain('home.b.c');
  });

  it('plural forms, placeholders and places where a line may break are seen', () => {
    expect(
      plurals('{n, plural, =0 {nic} one {# rzecz {x}} few {#} other {#}} i {m, plural, other {a}}'),
    ).toEqual([{ '=0': 'nic', one: '# rzecz {x}', few: '#', other: '#' }, { other: 'a' }]);
    expect(
      demands('<b>{n, plural, one {# {x}} other {#}}</b> {k, select, A {Tak, {y}} other {Nie}}<c></c>'),
    ).toEqual(['</b>', '</c>', '<b>', '<c>', '{k=A}', '{k=other}', '{k}', '{n}', '{x}', '{y}']);
    expect(
      badBreaks('Idę w pole i {n, plural, one {# sprawa} other {#\u00a0spraw}} z\u00a0domu', 'pl'),
    ).toEqual(['w p', 'i {', '# s']);
    expect(badBreaks('Іду в поле й {n} днів, 5 днів', 'uk')).toEqual(['в п', 'й {', '5 д']);
  });
});
