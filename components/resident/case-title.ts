import type { PublicItem } from '#lib/submissions/dto.ts';

type Words = (key: string, values?: Record<string, string | number>) => string;

/** What a case is called everywhere: an idea by its name, all else by its category and where it is, as far as that may be said. */
export function caseTitle(
  item: Pick<PublicItem, 'title' | 'category' | 'address' | 'district'>,
  t: Words,
): string {
  const { title, category, address, district } = item;
  if (title) return title;
  if (address) return t('titleAt', { category: category.name, place: address });
  if (district)
    return t('titleIn', { category: category.name, roman: district.roman, district: district.name });
  return category.name;
}

/** The language of that title where it is somebody's own words; undefined where it is ours. */
export function titleLang({
  title,
  textLocale,
}: Pick<PublicItem, 'title' | 'textLocale'>): string | undefined {
  return title ? textLocale : undefined;
}
