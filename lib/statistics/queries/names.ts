import { textIn } from '#lib/directory/names.ts';
import { listDistricts } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import { memo } from '#lib/platform/memo.ts';
import { revisionOf } from '#lib/platform/revision.ts';
import { type Dimension, NO_KEY } from '../words.ts';

/** The name of a key; an empty one for what has none, which the page says in its own words. */
export type NameOf = (key: string) => string;

const KEPT_MS = 60_000;
const coded = { code: true, name: true } as const;
/** Closed ones too: old figures name them. */
const departments = memo(KEPT_MS, () => db.department.findMany({ select: coded }), revisionOf('directory'));
const categories = memo(KEPT_MS, () => db.category.findMany({ select: coded }), revisionOf('directory'));

export async function namesOf(locale: Locale): Promise<Record<Dimension, NameOf>> {
  const [units, kinds, districts] = await Promise.all([
    departments.get(),
    categories.get(),
    listDistricts(locale),
  ]);
  return {
    DEPARTMENT: finder(units.map(({ code, name }) => [code, textIn(name, locale)])),
    CATEGORY: finder(kinds.map(({ code, name }) => [code, textIn(name, locale)])),
    DISTRICT: finder(districts.map(({ number, roman, name }) => [String(number), `${roman} ${name}`])),
  };
}

function finder(entries: (readonly [string, string])[]): NameOf {
  const known = new Map(entries);
  return (key) => (key === NO_KEY ? '' : (known.get(key) ?? key));
}
