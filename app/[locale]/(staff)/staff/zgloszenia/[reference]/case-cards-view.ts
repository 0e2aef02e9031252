import type { CaseCard } from '#components/staff/case-cards.tsx';
import { findProcedures, knownProcedures } from '#lib/directory/procedures/queries.ts';
import { MOST_CARDS } from '#lib/filing/words.ts';
import { isLocale, type Locale } from '#lib/i18n/languages.ts';
import { env } from '#lib/platform/env.ts';
import type { StaffCase } from '#lib/submissions/staff-case-dto.ts';

/** Cards beside a question: the one it was asked from first, then those that fit its words. None for other kinds. */
export async function caseCards(item: StaffCase, locale: Locale): Promise<CaseCard[]> {
  if (item.kind !== 'QUESTION') return [];
  const language = isLocale(item.textLocale) ? item.textLocale : 'pl';
  const fitting = await findProcedures(item.text ?? '', language, MOST_CARDS);
  const codes = new Set([
    ...(item.procedureCode ? [item.procedureCode] : []),
    ...fitting.map(({ code }) => code),
  ]);
  const [shown, told] = await Promise.all([
    knownProcedures([...codes], locale),
    knownProcedures([...codes], language),
  ]);
  return shown.slice(0, MOST_CARDS).map(({ code, symbol, title, url }, i) => ({
    code,
    symbol,
    title,
    url,
    link: `${told[i]?.title}: ${env.APP_URL}${told[i]?.url}`,
    asked: code === item.procedureCode,
  }));
}
