import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { ProcedureCard } from '#components/resident/procedure-card.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { PhonePlate } from '#components/ui/plate.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { readProcedure } from '#lib/directory/procedures/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { formatPhone, INFOLINE } from '#lib/i18n/phone.ts';
import { AppError } from '#lib/platform/errors.ts';

type Props = { params: Promise<{ code: string }> };

/** Once for the title and the page. */
const cardOf = cache(async (code: string) => {
  const card = await readProcedure(code, (await getLocale()) as Locale);
  if (!card) throw new AppError('NOT_FOUND');
  return card;
});

export const generateMetadata = guardedMetadata(async ({ params }: Props): Promise<Metadata> => {
  const { title, summary } = await cardOf((await params).code);
  return { title, description: summary };
});

/** One card for a resident: what to have ready, step by step, and a way to ask. */
export default guarded(async function ProcedurePage({ params }: Props) {
  const [card, t, locale] = await Promise.all([
    cardOf((await params).code),
    getTranslations('procedures'),
    getLocale(),
  ]);
  const { symbol } = card;
  return (
    <Main className="wrap page pc-page">
      <BackLink href="/karty-uslug">{t('title')}</BackLink>
      <header className="pc-h">
        <p className="eyebrow">{t('card.eyebrow', { symbol })}</p>
        <h1>{card.title}</h1>
        <p className="lead">{card.summary}</p>
      </header>
      <ProcedureCard card={card} />
      <aside className="card card-tint pc-help stack no-print" aria-labelledby="help">
        <h2 id="help">{t('help.title')}</h2>
        <p>{t('help.text')}</p>
        <p>
          <PhonePlate />
        </p>
        <div className="row">
          <LinkButton look="quiet" href={`/zadaj-pytanie?karta=${card.code}`}>
            {t('help.ask')}
          </LinkButton>
          <PrintButton label={t('help.print')} />
        </div>
      </aside>
      <p className="print-only">{t('printed', { phone: formatPhone(INFOLINE, locale), symbol })}</p>
    </Main>
  );
});
