import { suggestCategories } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { searchPlaces } from '#lib/places/queries.ts';
import { isCyrillic } from '#lib/places/sound.ts';
import { readSearch } from '#lib/submissions/list-filter.ts';
import { firstOf, type Query } from './list-query.ts';

/** What typed words may also mean: a kind of case, or a place written in Ukrainian letters; as another filter. */
export type Meaning = { name: string; query: Query };

const KINDS = ['PROBLEM', 'IDEA'] as const;
const LEAST_SCORE = 0.45;
const MOST = 3;

/** Reports are mostly in Polish: whoever looks for a `pothole` or a `яма` means the kind of case, whatever it says. */
export async function meaningsOf(query: Query, locale: Locale): Promise<Meaning[]> {
  const typed = firstOf(query.q)?.trim() ?? '';
  const search = typed && readSearch(typed);
  if (!search || 'reference' in search) return [];
  const [places, ...suggested] = await Promise.all([
    isCyrillic(typed) ? searchPlaces(typed) : [],
    ...KINDS.map((kind) => suggestCategories({ kind, text: typed, lang: locale })),
  ]);
  const kinds = query.category ? [] : suggested.flat().filter(({ score }) => score >= LEAST_SCORE);
  return [
    ...places.slice(0, 1).map(({ label }) => ({ name: label, query: { ...query, q: label } })),
    ...kinds
      .sort((a, b) => b.score - a.score)
      .map(({ code, name }) => ({ name, query: { ...query, q: undefined, category: code } })),
  ].slice(0, MOST);
}
