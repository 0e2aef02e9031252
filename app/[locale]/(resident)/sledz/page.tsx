import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { keptOf } from '#app/kept-form.ts';
import { FindForm, LostLinkForm } from '#components/resident/find-forms.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Main } from '#components/ui/page.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import { normaliseReference, normaliseTrackingCode } from '#lib/platform/ids.ts';
import { guessReporter } from '#lib/submissions/queries/reporter.ts';

type Query = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Query> };

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const t = await getTranslations('tracking.find');
  const common = await getTranslations('common');
  const query = await searchParams;
  const wrong = query.f !== undefined || query.kod !== undefined;
  return { title: wrong ? common('errorTitle', { title: t('title') }) : t('title') };
});

export default guarded(async function FindPage({ searchParams }: Props) {
  const query = await searchParams;
  const locale = await getLocale();
  const t = await getTranslations('tracking.find');
  const typed = typeof query.kod === 'string' ? query.kod : undefined;
  const problem = typed === undefined ? null : await look(typed, locale);
  const kept = await keptOf(query, locale);
  const errors = [...(problem ? [{ field: 'kod', message: t(problem) }] : []), ...kept.errors];
  return (
    <Main>
      <div className="column stack-lg">
        <ErrorSummary errors={errors} />
        <h1>{t('title')}</h1>
        {query.wyslano !== undefined && (
          <Banner tone="ok" role="status">
            {t('sent')}
          </Banner>
        )}
        <FindForm value={typed} error={problem ? t(problem) : undefined} />
        <LostLinkForm kept={kept} reference={typed ? (normaliseReference(typed) ?? undefined) : undefined} />
      </div>
    </Main>
  );
});

/** Leads on to the case; comes back with what is wrong. A code is asked for first: numbers and codes never look alike. */
async function look(typed: string, locale: string): Promise<'empty' | 'unknown' | 'unreadable'> {
  if (typed.trim() === '') return 'empty';
  const reference = normaliseReference(typed);
  if (reference) redirect(localePath(locale, `/zgloszenia/${reference}`));
  const code = normaliseTrackingCode(typed);
  if (!code) return 'unreadable';
  const address = (await headers()).get('x-client-address') ?? 'unknown';
  if (await guessReporter(code, address)) redirect(localePath(locale, `/sledz/${code}`));
  return 'unknown';
}
