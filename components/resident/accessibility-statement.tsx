import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { PhoneLink } from '#components/ui/plate.tsx';
import { formatDay } from '#lib/i18n/dates.ts';

export type AccessibilityFacts = {
  /** The public address of the portal. */
  url: string;
  /** Calendar days, `YYYY-MM-DD`. */
  published: string;
  updated: string;
  prepared: string;
  email: string;
};

const GAPS = ['photos', 'texts', 'easy'];
const OMBUDSMAN = 'https://bip.brpo.gov.pl/';

/** The declaration in the form the law prescribes (version 2.0): every `a11y-` id once, for the state's own checker. */
export function AccessibilityStatement({ facts }: { facts: AccessibilityFacts }) {
  const t = useTranslations('legal.accessibility');
  return (
    <>
      <Introduction facts={facts} />
      <h2>{t('status.title')}</h2>
      <p id="a11y-status">{t.rich('status.text', { strong: (words) => <strong>{words}</strong> })}</p>
      <p>{t('status.aim')}</p>
      <Gaps />
      <h2>{t('prepared.title')}</h2>
      <p>
        {t('prepared.date')} <Day id="a11y-data-sporzadzenie" day={facts.prepared} />
      </p>
      <p>{t('prepared.method')}</p>
      <h2>{t('keys.title')}</h2>
      <p>{t('keys.text')}</p>
      <Contact email={facts.email} />
      <Procedure />
      <Section id="a11y-architektura" part="architecture" />
      <Section id="a11y-komunikacja" part="communication" />
    </>
  );
}

function Introduction({ facts }: { facts: AccessibilityFacts }) {
  const t = useTranslations('legal.accessibility');
  return (
    <>
      <p id="a11y-wstep">
        {t.rich('intro', {
          entity: () => <span id="a11y-podmiot">{t('entity')}</span>,
          scope: (words) => <span id="a11y-zakres">{words}</span>,
          url: () => (
            <a id="a11y-url" href={facts.url}>
              {t('site')}
            </a>
          ),
        })}
      </p>
      <Banner tone="warn">{useTranslations('legal')('sample')}</Banner>
      <ul>
        <li>
          {t('published')} <Day id="a11y-data-publikacja" day={facts.published} />
        </li>
        <li>
          {t('updated')} <Day id="a11y-data-aktualizacja" day={facts.updated} />
        </li>
      </ul>
    </>
  );
}

function Gaps() {
  const t = useTranslations('legal.accessibility.gaps');
  return (
    <>
      <h2>{t('title')}</h2>
      <h3>{t('nonconformity')}</h3>
      <ul>
        {GAPS.map((gap) => (
          <li key={gap}>{t(`items.${gap}`)}</li>
        ))}
      </ul>
      <h3>{t('exemption')}</h3>
      <p>{t('map')}</p>
    </>
  );
}

function Contact({ email }: { email: string }) {
  const t = useTranslations('legal.accessibility.contact');
  return (
    <>
      <h2>{t('title')}</h2>
      <p>{t.rich('text', { contact: (words) => <strong id="a11y-kontakt">{words}</strong> })}</p>
      <ul>
        <li>
          {t('email')}{' '}
          <a id="a11y-email" href={`mailto:${email}`}>
            {email}
          </a>{' '}
          {t('emailNote')}
        </li>
        <li>
          {t('phone')}{' '}
          <span id="a11y-telefon">
            <PhoneLink />
          </span>
        </li>
      </ul>
    </>
  );
}

function Procedure() {
  const t = useTranslations('legal.accessibility.procedure');
  const ombudsman = (words: ReactNode) => <a href={OMBUDSMAN}>{words}</a>;
  return (
    <>
      <h2>{t('title')}</h2>
      <div id="a11y-procedura" className="stack">
        <p>{t('rights')}</p>
        <p>{t('needs')}</p>
        <p>{t('time')}</p>
        <p>{t.rich('complaint', { link: ombudsman })}</p>
      </div>
    </>
  );
}

function Section({ id, part }: { id: string; part: string }) {
  const t = useTranslations('legal.accessibility');
  return (
    <>
      <h2>{t(`${part}.title`)}</h2>
      <p id={id}>{t(`${part}.text`)}</p>
    </>
  );
}

function Day({ id, day }: { id: string; day: string }) {
  const locale = useLocale();
  return (
    <time id={id} dateTime={day}>
      {formatDay(locale, day, 'date')}
    </time>
  );
}
