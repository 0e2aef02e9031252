import { findProcedures } from '#lib/directory/procedures/queries.ts';
import { listCategories, suggestCategories } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { fold } from '#lib/platform/stem.ts';
import type { CallTopic } from '../dto.ts';

const MOST_CARDS = 5;
const MOST_CATEGORIES = 5;
const WORD_END = /[\s,()/]+/;
const KINDS = ['PROBLEM', 'QUESTION', 'IDEA'] as const;

type Topic = CallTopic & { type: 'card' | 'category' };

/**
 * What a call may be about, for what is typed: cards and categories. What has the words in its own name comes first,
 * because Enter takes the first: a card that only speaks of costs is not what `kosz` means. Reference data: no actor
 * is asked for.
 */
export async function findTopics(typed: string, locale: Locale): Promise<Topic[]> {
  const [cards, categories] = await Promise.all([
    findProcedures(typed, locale, MOST_CARDS),
    categoriesFor(typed, locale),
  ]);
  const found: Topic[] = [
    ...cards.map(({ code, title, symbol }) => ({
      type: 'card' as const,
      key: `card:${code}`,
      name: title,
      hint: symbol,
    })),
    ...categories,
  ];
  const named = found.filter(({ name }) => isNamed(name, typed));
  return [...named, ...found.filter((topic) => !named.includes(topic))];
}

const wordsOf = (text: string) => fold(text).split(WORD_END).filter(Boolean);

/** Whether each word that was typed begins a word of the name. */
function isNamed(name: string, typed: string): boolean {
  const wanted = wordsOf(typed);
  const has = wordsOf(name);
  return wanted.length > 0 && wanted.every((one) => has.some((word) => word.startsWith(one)));
}

/** Categories by the beginnings of words of their name, then those that the words suggest. */
async function categoriesFor(typed: string, locale: Locale): Promise<Topic[]> {
  const groups = (await Promise.all(KINDS.map((kind) => listCategories(kind, locale)))).flat();
  const all = groups.flatMap((group) => group.categories);
  const named = all.filter(({ name }) => isNamed(name, typed));
  const meant = await Promise.all(
    KINDS.map((kind) => suggestCategories({ kind, text: typed, lang: locale })),
  );
  const codes = [...named.map(({ code }) => code), ...meant.flat().map(({ code }) => code)];
  return [...new Set(codes)].slice(0, MOST_CATEGORIES).flatMap((code) => {
    const found = all.find((one) => one.code === code);
    return found
      ? [{ type: 'category' as const, key: `category:${code}`, name: found.name, hint: found.groupName }]
      : [];
  });
}
