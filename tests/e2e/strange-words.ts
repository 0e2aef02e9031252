import type { Page } from '@playwright/test';
import { CATALOG, type MessageTree } from '#lib/i18n/catalog.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import {
  readCategories,
  readDepartments,
  readGazetteer,
  readGroups,
  readInstitutions,
} from '#prisma/seed/files.ts';

/** Shorter pieces of Polish may be a part of some name, or the same word in English. */
const SHORT = 12;
const SHORTEST = 4;

function leaves(tree: MessageTree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value)));
}

const plain = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** What stands in a message between its placeholders, tags and forms. */
const pieces = (message: string) =>
  message
    .split(/\{\s*\w+\s*(?:,\s*\w+\s*,)?|[{}#]|<\/?\w+\/?>|\b(?:one|few|many|other)\b(?= ?\{)|=\d+/)
    .map((piece) => plain(piece).replace(/^[\s.,:;!?()„”]+|[\s.,:;!?()„”]+$/g, ''))
    .filter((piece) => piece.length >= SHORTEST && /\p{L}{3}/u.test(piece));

const named = [readCategories, readGroups, readDepartments, readInstitutions].flatMap((read) =>
  read().map(({ name }) => name),
);
const wordsOf = (texts: string[]) =>
  new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
const PLACES = wordsOf(readGazetteer().map(({ name }) => name));

/** Pieces of Polish text that a page in another language must not have, and the letters that only names may have. */
function polishFor(locale: Locale) {
  const ours = [...leaves(CATALOG[locale]), ...named.map((name) => name[locale] ?? '')].map(plain);
  const own = new Set(ours.flatMap(pieces));
  const said = ours.join('\n');
  const polish = [...leaves(CATALOG.pl), ...named.map(({ pl }) => pl)].flatMap(pieces);
  return {
    pieces: [...new Set(polish)].filter((piece) => !own.has(piece) && !said.includes(piece)),
    words: new Set([...PLACES, ...wordsOf(ours)]),
  };
}

/** Every text that a page shows or reads out in its own language: what is marked as another one stays out. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const language = document.documentElement.lang;
    const own = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang') === language;
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.closest('script, style, noscript, textarea, .leaflet-control-attribution')) continue;
      if (own(parent)) found.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')) {
      if (!own(element)) continue;
      for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
        found.push(element.getAttribute(name) ?? '');
    }
    return found.filter((text) => /\p{L}{2}/u.test(text));
  });
}

const known = new Map<Locale, ReturnType<typeof polishFor>>();

/** Surnames of the demo's accounts. */
const PEOPLE = new Set(['próbny', 'przykładny', 'ćwiczebny']);

/** Polish in a text of another language: a whole piece of our own texts, or a word with letters that only Polish has. */
export function polishIn(text: string, locale: Locale): string | null {
  const polish = known.get(locale) ?? polishFor(locale);
  known.set(locale, polish);
  // What stands in quotation marks is said as it is called: the name of a form, a sign.
  const said = plain(text).replace(/„[^”]*”|«[^»]*»|‘[^’]*’|"[^"]*"/g, '');
  const bare = said.replace(/^[\s.,:;!?()]+|[\s.,:;!?()]+$/g, '');
  const piece = polish.pieces.find((each) => (each.length < SHORT ? each === bare : said.includes(each)));
  const accented = said.toLowerCase().match(/\p{L}*[ąćęłńśźż]\p{L}*/gu) ?? [];
  return piece ?? accented.find((word) => !polish.words.has(word) && !PEOPLE.has(word)) ?? null;
}

/** The same for everything that a page shows or reads out as its own. */
export async function polishOn(page: Page, locale: Locale): Promise<string[]> {
  const found = (await textsOf(page)).flatMap((text) => {
    const polish = polishIn(text, locale);
    return polish ? [`${polish} ← ${plain(text).slice(0, 90)}`] : [];
  });
  return [...new Set(found)];
}
