import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { LOCALES } from '#lib/i18n/languages.ts';
import { decimalSign } from '#lib/i18n/numbers.ts';
import { csv, csvHeaders } from '#lib/platform/csv.ts';
import { route } from '#lib/platform/http.ts';
import { periodStatistics } from '#lib/statistics/queries/period.ts';
import { sheetOf } from '#lib/statistics/sheet.ts';
import { tableOf } from '#lib/statistics/table.ts';
import { DIMENSIONS, readPeriod, STATISTICS_KINDS } from '#lib/statistics/words.ts';

/**
 * One table of a period: `?period=2025-03&by=DEPARTMENT|DISTRICT|CATEGORY|MONTH&kind=ALL&lang=pl` → CSV, always of one
 * form, so that programs can rely on it; with `format=sheet` as a spreadsheet of that language opens it; with
 * `format=json` everything that the page says.
 */
export const GET = route({
  actor: async () => ANONYMOUS,
  limit: 'search',
  schema: z.object({
    period: z.string().refine((text) => readPeriod(text) !== null, { error: 'validation.invalid' }),
    by: z.enum([...DIMENSIONS, 'MONTH']).default('DEPARTMENT'),
    kind: z.enum(STATISTICS_KINDS).default('ALL'),
    lang: z.enum(LOCALES).catch('pl'),
    format: z.enum(['csv', 'sheet', 'json']).default('csv'),
  }),
  run: async ({ actor, input }) => {
    const { period, by, kind, lang, format } = input;
    const statistics = await periodStatistics(actor, { period, kind, locale: lang });
    if (format === 'json') return { json: statistics };
    const name = ['statystyki', period, by.toLowerCase(), kind.toLowerCase()].join('-');
    const body =
      format === 'sheet'
        ? csv(sheetOf(statistics, by, lang), { decimal: decimalSign(lang) })
        : csv(tableOf(statistics, by));
    return { json: null, body, headers: csvHeaders(`${name}.csv`) };
  },
});
