import { useTranslations } from 'next-intl';
import { ErrorPage } from '#components/ui/error-page.tsx';
import { Link } from '#components/ui/link.tsx';
import { SUPPORT_DAYS } from '#lib/submissions/words.ts';
import { FindForm, LostLinkForm } from './find-forms.tsx';
import type { Kept } from './tracking/kept.ts';

/** What the address should have led to. */
export type LostKind = 'tracking' | 'support' | 'case';

const REASONS = {
  tracking: ['typed', 'cut', 'old'],
  support: ['typed', 'late', 'withdrawn'],
  case: ['typed', 'private'],
} as const;

const NOTHING_KEPT: Kept = { command: null, value: () => undefined, error: () => undefined, photos: [] };

type LostWayProps = {
  kind: LostKind;
  /** A number that was in the address: it need not be typed again. */
  reference?: string;
};

/**
 * An address of a person's own that leads nowhere: what may have happened, and the ways to the case. It says the same
 * whether there is such a case or not.
 */
export function LostWay({ kind, reference }: LostWayProps) {
  const t = useTranslations('errors.lost');
  return (
    <ErrorPage status={404} title={t(`${kind}.title`)} lead={t(`${kind}.lead`)}>
      <div className="stack-lg">
        <section aria-labelledby="why" className="prose">
          <h2 id="why">{t('why')}</h2>
          <ul>
            {REASONS[kind].map((reason) => (
              <li key={reason}>{t(`${kind}.${reason}`, { days: SUPPORT_DAYS })}</li>
            ))}
          </ul>
        </section>
        {kind === 'support' ? <SupportAgain /> : <FindAgain reference={reference} />}
      </div>
    </ErrorPage>
  );
}

function FindAgain({ reference }: { reference?: string }) {
  const t = useTranslations('errors.lost');
  return (
    <>
      <section aria-labelledby="again" className="stack">
        <h2 id="again">{t('again')}</h2>
        <FindForm />
      </section>
      <LostLinkForm kept={NOTHING_KEPT} reference={reference} />
    </>
  );
}

function SupportAgain() {
  const t = useTranslations('errors.lost');
  const nav = useTranslations('common.nav');
  return (
    <section aria-labelledby="again" className="stack">
      <h2 id="again">{t('support.again')}</h2>
      <p>{t('support.how')}</p>
      <p className="row">
        <Link className="link-block" href="/pomysly">
          {nav('ideas')}
        </Link>
        <Link className="link-block" href="/zgloszenia">
          {nav('list')}
        </Link>
      </p>
    </section>
  );
}
