import { ClockClockwiseIcon, FolderSimpleLockIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Arch } from '#components/ui/arch.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { Main } from '#components/ui/page.tsx';
import { PhonePlate, Plate } from '#components/ui/plate.tsx';
import type { OpenDraft, SentView } from '#lib/filing/dto.ts';
import { draftPath, FORM_PATHS } from '#lib/filing/words.ts';
import { formatDate } from '#lib/i18n/dates.ts';
import { localePath } from '#lib/i18n/languages.ts';
import type { Kind } from '#lib/submissions/words.ts';

function NotePage({ icon, children }: { icon: typeof ClockClockwiseIcon; children: ReactNode }) {
  const t = useTranslations('errors.page');
  return (
    <Main className="wrap e4">
      <div className="e4-a" aria-hidden="true">
        <Arch>
          <Icon of={icon} className="a-ic" />
        </Arch>
      </div>
      <div className="e4-t stack">
        {children}
        <p>
          {t('call')} <PhonePlate />
        </p>
      </div>
    </Main>
  );
}

/** Seven days are over. `state` carries the words of the refused form to a new one. */
export function ExpiredDraft({ kind, state }: { kind: Kind; state: string | null }) {
  const t = useTranslations('filing.expired');
  return (
    <NotePage icon={ClockClockwiseIcon}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {state && <p>{t('keep')}</p>}
      <p>
        <LinkButton href={`${FORM_PATHS[kind]}${state ? `?f=${state}` : ''}`}>{t('again')}</LinkButton>
      </p>
    </NotePage>
  );
}

/** Another browser's draft, or none: the two look the same. */
export function ForeignDraft({ kind }: { kind: Kind }) {
  const t = useTranslations('filing.foreign');
  const words = useTranslations(`kinds.${kind}`);
  return (
    <NotePage icon={FolderSimpleLockIcon}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p>
        <LinkButton href={FORM_PATHS[kind]}>{words('start')}</LinkButton>
      </p>
      <p>
        {t('sent')} <Link href="/sledz">{t('track')}</Link>
      </p>
    </NotePage>
  );
}

/** Back after sending, or a second tab: it was taken in once. */
export function SentDraft({ sent }: { sent: SentView }) {
  const t = useTranslations('filing.sent');
  const words = useTranslations(`kinds.${sent.kind}`);
  return (
    <Main className="wrap form-page" reference={sent.reference}>
      <div className="column stack">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <p>
          <span className="eyebrow">{t('number')}</span>
          <br />
          <Plate className="plate-xl">{sent.reference}</Plate>
        </p>
        <div className="form-act">
          <LinkButton href={`/sledz/${sent.code}`}>{t('follow')}</LinkButton>
          <Link className="link-block" href={FORM_PATHS[sent.kind]}>
            {words('another')}
          </Link>
        </div>
      </div>
    </Main>
  );
}

type LaterDraftProps = { kind: Kind; draftId: string; expiresAt: string };

/** Stopped on purpose: until when it is kept, and how to come back. */
export function LaterDraft({ kind, draftId, expiresAt }: LaterDraftProps) {
  const t = useTranslations('filing.later');
  const words = useTranslations(`kinds.${kind}`);
  const day = formatDate(useLocale(), new Date(expiresAt));
  return (
    <Main className="wrap form-page">
      <div className="column stack">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead', { day })}</p>
        <p>{t('how', { form: words('start') })}</p>
        <div className="form-act">
          <LinkButton href={draftPath(kind, draftId, 'check')}>{t('continue')}</LinkButton>
          <Link className="link-block" href="/">
            {t('home')}
          </Link>
        </div>
      </div>
    </Main>
  );
}

/** What this browser has begun and not sent. */
export function OpenDrafts({ drafts }: { drafts: OpenDraft[] }) {
  const t = useTranslations('filing.resume');
  const locale = useLocale();
  if (drafts.length === 0) return null;
  return (
    <aside className="resume card card-tint" aria-labelledby="resume">
      <h2 id="resume">{t('title', { count: drafts.length })}</h2>
      <ul className="list-plain">
        {drafts.map(({ id, kind, locale: begunIn, beginning, startedAt }) => (
          <li key={id}>
            <span>
              {beginning ? <span lang={begunIn}>{beginning}</span> : t('untitled')}{' '}
              <span className="meta">
                {t('from', { moment: formatDate(locale, new Date(startedAt), 'moment') })}
              </span>
            </span>
            {/* It goes on in the language in which it was begun. */}
            <a
              className="link-block"
              href={localePath(begunIn, draftPath(kind, id, 'check'))}
              hrefLang={begunIn}
            >
              {t('continue')}
              <span className="sr" lang={begunIn}>
                : {beginning}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
