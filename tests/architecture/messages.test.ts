import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { CATALOG, type MessageTree } from '#lib/i18n/catalog.ts';
import { LANGUAGES } from '#lib/i18n/languages.ts';
import { loadMessages } from '#lib/i18n/translator.ts';
import { badBreaks, pluralSelectors } from './icu.ts';
import { stringsOf, type Use, useOf } from './message-use.ts';
import { isProduct, SOURCES, sourceOf } from './source.ts';

function leaves(tree: MessageTree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const at = path ? `${path}.${key}` : key;
    return typeof value === 'string' ? [[at, value]] : leaves(value, at);
  });
}

const polish = leaves(CATALOG.pl);
const keys = polish.map(([key]) => key);
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

  it.each(LANGUAGES.map(({ code }) => code))('every message in %s can be read by the formatter', (locale) => {
    const broken: string[] = [];
    const messages = CATALOG[locale];
    const onError = (error: { code: string; message: string }) => {
      if (error.code !== 'FORMATTING_ERROR') broken.push(error.message);
    };
    const t = createTranslator({ locale, messages, onError, timeZone: 'Europe/Warsaw' });
    for (const [key] of leaves(messages)) t.markup(key as never);
    expect(broken).toEqual([]);
  });

  it('a Polish plural that says the number has all four forms', () => {
    const wanted = ['few', 'many', 'one', 'other'];
    const short = polish.filter(
      ([, text]) =>
        text.includes('#') &&
        pluralSelectors(text).some((given) => !wanted.every((form) => given.includes(form))),
    );
    expect(short).toEqual([]);
  });

  it('no Polish line ends with a one-letter word or with a number alone', () => {
    const shown = leaves(loadMessages('pl'));
    expect(shown.flatMap(([key, text]) => badBreaks(text).map((place) => `${key}: …${place}…`))).toEqual([]);
  });

  it('no message is empty or has blanks around it', () => {
    expect(polish.filter(([, text]) => text === '' || text !== text.trim())).toEqual([]);
  });

  it('a translation has no message that Polish lacks', () => {
    const others = LANGUAGES.filter(({ code }) => code !== 'pl').flatMap(({ code }) => leaves(CATALOG[code]));
    expect(others.map(([key]) => key).filter((key) => !keys.includes(key))).toEqual([]);
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

  it('plural forms and places where a line may break are seen', () => {
    expect(
      pluralSelectors('{n, plural, =0 {nic} one {# rzecz {x}} few {#} other {#}} i {m, plural, other {a}}'),
    ).toEqual([['=0', 'one', 'few', 'other'], ['other']]);
    expect(badBreaks('Idę w pole i {n, plural, one {# sprawa} other {#\u00a0spraw}} z\u00a0domu')).toEqual([
      'w p',
      'i {',
      '# s',
    ]);
  });
});
