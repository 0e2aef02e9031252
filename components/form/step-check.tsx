import {
  CalendarCheckIcon,
  EnvelopeSimpleIcon,
  EyeIcon,
  KeyIcon,
  LockSimpleIcon,
  WrenchIcon,
} from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import type { DraftView, Outlook } from '#lib/filing/dto.ts';
import { draftPath, type Step } from '#lib/filing/words.ts';
import { formatDay } from '#lib/i18n/dates.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { formatPhone } from '#lib/i18n/phone.ts';
import type { Kind } from '#lib/submissions/words.ts';
import { PlaceWords } from './place-words.tsx';

/** All answers in one place, each with a way to change it. */
export function Answers({ draft }: { draft: DraftView }) {
  const t = useTranslations('filing.check');
  const rows = useAnswers(draft);
  return (
    <SummaryList
      rows={rows.flatMap(({ step, term, value, what }) =>
        draft.reachable.includes(step)
          ? [
              {
                term,
                value,
                change: { href: draftPath(draft.kind, draft.id, step), what: what ?? t(`${step}Change`) },
              },
            ]
          : [],
      )}
    />
  );
}

type AnswerRow = { step: Step; term: string; value: ReactNode; what?: string };

function useAnswers(draft: DraftView): AnswerRow[] {
  const t = useTranslations('filing.check');
  const kind = useTranslations(`kinds.${draft.kind}`);
  const idea = useTranslations('kinds.idea');
  const card = useTranslations('procedures.hints');
  const written = (words: string | null) => <span className="as-written">{words}</span>;
  return [
    ...(draft.title
      ? [
          {
            step: 'what',
            term: idea('nameRow'),
            value: written(draft.title),
            what: idea('nameChange'),
          } as const,
        ]
      : []),
    { step: 'what', term: kind('check.what'), value: written(draft.text), what: kind('check.change') },
    ...(draft.procedure
      ? [
          {
            step: 'what',
            term: card('row'),
            value: draft.procedure.title,
            what: kind('check.change'),
          } as const,
        ]
      : []),
    { step: 'category', term: t('category'), value: draft.category?.name },
    {
      step: 'place',
      term: t('place'),
      value: draft.place ? <PlaceWords place={draft.place} /> : t('noPlace'),
    },
    { step: 'photos', term: t('photos'), value: <PhotosAnswer draft={draft} /> },
    { step: 'contact', term: t('contact'), value: <ContactAnswer contact={draft.contact} /> },
  ];
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
  const locale = useLocale();
  const lines = [name, email, phone && formatPhone(phone, locale)].filter(Boolean);
  if (lines.length === 0) return t('noContact');
  return lines.map((line) => (
    <span className="line" key={line}>
      {line}
    </span>
  ));
}

type FoundBannerProps = { draft: Pick<DraftView, 'kind' | 'id'>; found: string[] };

/** What the text gives away about a person, told before it is sent; sending stays possible. */
export function FoundBanner({ draft, found }: FoundBannerProps) {
  const t = useTranslations('filing.check.found');
  const locale = textLocale(useLocale());
  if (found.length === 0) return null;
  const things = new Intl.ListFormat(locale).format(found.map((finding) => t(finding)));
  return (
    <Banner tone="warn" title={t('title', { things })}>
      <p>
        {t(draft.kind === 'QUESTION' ? 'private' : 'text')}{' '}
        <Link href={draftPath(draft.kind, draft.id, 'what')}>{t('fix')}</Link>
      </p>
    </Banner>
  );
}

type WhatNextProps = { kind: Kind; outlook: Outlook; hasEmail: boolean; sensitive: boolean };

/** What happens after sending, as far as it can honestly be said. */
export function WhatNext({ kind, outlook, hasEmail, sensitive }: WhatNextProps) {
  const t = useTranslations('filing.check');
  const words = useTranslations(`kinds.${kind}`);
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
        <NextLine icon={CalendarCheckIcon}>{words.rich('check.answer', { ...bold, day })}</NextLine>
        <TimeLine outlook={outlook} />
        <NextLine icon={kind === 'QUESTION' ? LockSimpleIcon : EyeIcon}>
          {sensitive && kind === 'PROBLEM' ? t('nextPublicSensitive') : words('check.public')}
        </NextLine>
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
