import 'server-only';
import { getTranslations } from 'next-intl/server';
import { listCategories, listDepartments } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { KINDS } from '#lib/submissions/words.ts';

/** Names for the codes that a history of changes holds. */
export async function codeNames(locale: Locale): Promise<Record<string, string>> {
  const [departments, groups, t] = await Promise.all([
    listDepartments(locale),
    Promise.all(KINDS.map((kind) => listCategories(kind, locale))),
    getTranslations('admin'),
  ]);
  const categories = groups.flat().flatMap((group) => [group, ...group.categories]);
  const coded = [...categories, ...departments].map(({ code, name }) => [code, name] as const);
  const kinds = KINDS.map((kind) => [kind, t(`kinds.${kind}`)] as const);
  return Object.fromEntries([...coded, ...kinds, ['*', t('rules.wholeCity')]]);
}
