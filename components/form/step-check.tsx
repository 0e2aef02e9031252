import {
  CalendarCheckIcon,
  EnvelopeSimpleIcon,
  EyeIcon,
  KeyIcon,
  WrenchIcon,
} from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import type { DraftView, Outlook } from '#lib/filing/dto.ts';
import type { Step } from '#lib/filing/words.ts';
import { formatDay } from '#lib/i18n/dates.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { formatPhone } from '#lib/i18n/phone.ts';
import { PlaceWords } from './place-words.tsx';

/** All answers in one place, each with a way to change it. */
export function Answers({ draft }: { draft: DraftView }) {
  const t = useTranslations('filing.check');
  const change = (step: Step, what: string) => ({ href: `/zglos/problem/${draft.id}/${step}`, what });
  return (
    <SummaryList
      rows={[
        {
          term: t('what'),
          value: <span className="as-written">{draft.text}</span>,
          change: change('what', t('whatChange')),
        },
        {
          term: t('category'),
          value: draft.category?.name,
          change: change('category', t('categoryChange')),
        },
        {
          term: t('place'),
          value: draft.place ? <PlaceWords place={draft.place} /> : t('noPlace'),
          change: change('place', t('placeChange')),
        },
        {
          term: t('photos'),
          value: <PhotosAnswer draft={draft} />,
          change: change('photos', t('photosChange')),
        },
        {
          term: t('contact'),
          value: <ContactAnswer contact={draft.contact} />,
          change: change('contact', t('contactChange')),
        },
      ]}
    />
  );
}

function PhotosAnswer({ draft: { photos } }: { draft: DraftView }) {
  const t = useTranslations('filing.check');
  if (photos.length === 0) return t('noPhotos');
  const failed = photos.filter(({ state }) => state === 'FAILED').length;
  return (
    <>
      <span className="thumbs">
        {photos.map(({ id, thumb }, index) =>
          thumb ? (
            <span className="photo" key={id}>
              {/* biome-ignore lint/performance/noImgElement: pictures are re-encoded once, by our worker */}
              <img src={thumb} alt={t('photoAlt', { number: index + 1 })} width={144} height={108} />
            </span>
          ) : null,
        )}
      </span>
      <span className="meta">{t('photosCount', { count: photos.length })}</span>
      {failed > 0 && <span className="meta">{t('photosFailed', { count: failed })}</span>}
    </>
  );
}

function ContactAnswer({ contact: { name, email, phone } }: Pick<DraftView, 'contact'>) {
  const t = useTranslations('filing.check');
  const lines = [name, email, phone && formatPhone(phone)].filter(Boolean);
  if (lines.length === 0) return t('noContact');
  return lines.map((line) => (
    <span className="line" key={line}>
      {line}
    </span>
  ));
}

/** What the text gives away about a person, told before it is sent; sending stays possible. */
export function FoundBanner({ draftId, found }: { draftId: string; found: string[] }) {
  const t = useTranslations('filing.check.found');
  const locale = textLocale(useLocale());
  if (found.length === 0) return null;
  const things = new Intl.ListFormat(locale).format(found.map((finding) => t(finding)));
  return (
    <Banner tone="warn" title={t('title', { things })}>
      <p>
        {t('text')} <Link href={`/zglos/problem/${draftId}/what`}>{t('fix')}</Link>
      </p>
    </Banner>
  );
}

type WhatNextProps = { outlook: Outlook; hasEmail: boolean; sensitive: boolean };

/** What happens after sending, as far as it can honestly be said. */
export function WhatNext({ outlook, hasEmail, sensitive }: WhatNextProps) {
  const t = useTranslations('filing.check');
  const locale = useLocale();
  const bold = { b: (words: ReactNode) => <strong>{words}</strong> };
  const day = formatDay(locale, outlook.firstAnswerDay);
  return (
    <section className="next" aria-labelledby="next">
      <h2 id="next">{t('next')}</h2>
      <ol className="list-plain">
        <NextLine icon={hasEmail ? EnvelopeSimpleIcon : KeyIcon}>
          {t(hasEmail ? 'nextMail' : 'nextCode')}
        </NextLine>
        <NextLine icon={CalendarCheckIcon}>{t.rich('nextAnswer', { ...bold, day })}</NextLine>
        <TimeLine outlook={outlook} />
        <NextLine icon={EyeIcon}>{t(sensitive ? 'nextPublicSensitive' : 'nextPublic')}</NextLine>
      </ol>
    </section>
  );
}

function TimeLine({ outlook: { expectation } }: { outlook: Outlook }) {
  const t = useTranslations('filing.check');
  const bold = { b: (words: ReactNode) => <strong>{words}</strong> };
  if (expectation.basis === 'NONE') return null;
  if (expectation.basis === 'PLANNED') {
    return (
      <NextLine icon={WrenchIcon}>{t.rich('nextPlanned', { ...bold, days: expectation.days })}</NextLine>
    );
  }
  const { median, p80 } = expectation;
  return (
    <NextLine icon={WrenchIcon}>
      {median === p80
        ? t.rich('nextMeasuredSame', { ...bold, days: p80 })
        : t.rich('nextMeasured', { ...bold, median, p80 })}
    </NextLine>
  );
}

function NextLine({ icon, children }: { icon: typeof KeyIcon; children: ReactNode }) {
  return (
    <li>
      <Icon of={icon} />
      <span>{children}</span>
    </li>
  );
}

/** Who sees what, below the button that sends it. */
export function PrivacyLine() {
  const t = useTranslations('filing.check');
  return (
    <p className="meta">{t.rich('privacy', { link: (words) => <Link href="/prywatnosc">{words}</Link> })}</p>
  );
}
