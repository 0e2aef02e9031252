import { findProcedures } from '#lib/directory/procedures/queries.ts';
import { listCategories, suggestCategories } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { fold } from '#lib/platform/stem.ts';
import type { CallTopic } from '../dto.ts';

const MOST_CARDS = 5;
const MOST_CATEGORIES = 5;
const KINDS = ['PROBLEM', 'QUESTION', 'IDEA'] as const;

/** What a call may be about, for what is typed: cards and categories. Reference data: no actor is asked for. */
export async function findTopics(
  typed: string,
  locale: Locale,
): Promise<(CallTopic & { type: 'card' | 'category' })[]> {
  const [cards, categories] = await Promise.all([
    findProcedures(typed, locale, MOST_CARDS),
    categoriesFor(typed, locale),
  ]);
  return [
    ...cards.map(({ code, title, symbol }) => ({
      type: 'card' as const,
      key: `card:${code}`,
      name: title,
      hint: symbol,
    })),
    ...categories,
  ];
}

/** Categories by the beginning of a word of their name, then those that the words suggest. */
async function categoriesFor(typed: string, locale: Locale) {
  const wanted = fold(typed).trim();
  const groups = (await Promise.all(KINDS.map((kind) => listCategories(kind, locale)))).flat();
  const all = groups.flatMap((group) => group.categories);
  const named = all.filter(({ name }) =>
    fold(name)
      .split(/[\s,()/]+/)
      .some((word) => wanted !== '' && word.startsWith(wanted)),
  );
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
