import { CheckCircleIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { PhonePlate, Plate } from '#components/ui/plate.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { FORM_PATHS } from '#lib/filing/words.ts';
import { formatDay } from '#lib/i18n/dates.ts';
import type { TrackedCase } from '#lib/submissions/dto.ts';
import { Usual } from './facts.tsx';

type ReceiptProps = { tracked: TrackedCase; answerDay: string };

/** The first view of a tracking page: what was accepted, how to find it again, and what happens now. */
export function Receipt({ tracked, answerDay }: ReceiptProps) {
  const t = useTranslations('tracking.receipt');
  const words = useTranslations(`kinds.${tracked.kind}`);
  return (
    <section className="receipt stack" aria-labelledby="receipt">
      <p className="receipt-ok">
        <Icon of={CheckCircleIcon} weight="fill" />
        {t('eyebrow')}
      </p>
      <h1 id="receipt">{words('receipt.title')}</h1>
      <dl className="receipt-plates">
        <div>
          <dt>{t('number')}</dt>
          <dd>
            <Plate>{tracked.reference}</Plate>
          </dd>
        </div>
        <div>
          <dt>{t('code')}</dt>
          <dd>
            <Plate>{tracked.code}</Plate>
          </dd>
        </div>
      </dl>
      <p>{t('codeWhy')}</p>
      <WhatNow tracked={tracked} answerDay={answerDay} />
      <div className="row">
        <PrintButton label={t('print')} />
        <PhonePlate />
      </div>
      {/* Who collects the faults of an estate goes straight on to the next one. */}
      <p className="no-print">
        <Link className="link-block" href={FORM_PATHS[tracked.kind]}>
          {words('another')}
        </Link>
      </p>
    </section>
  );
}

function WhatNow({ tracked, answerDay }: ReceiptProps) {
  const t = useTranslations('tracking.receipt');
  const words = useTranslations(`kinds.${tracked.kind}`);
  const locale = useLocale();
  return (
    <>
      <h2>{t('nextTitle')}</h2>
      <ol className="receipt-next">
        <li>{words('receipt.read', { day: formatDay(locale, answerDay) })}</li>
        <li>
          {words('receipt.pass')} {tracked.kind === 'PROBLEM' && <Usual expectation={tracked.expectation} />}
        </li>
        <li>{tracked.maskedEmail ? t('next.mail', { email: tracked.maskedEmail }) : t('next.noMail')}</li>
      </ol>
    </>
  );
}
