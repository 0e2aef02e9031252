import { LockSimpleIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { caseTitle } from '#components/resident/case-title.ts';
import { Answer } from '#components/resident/tracking/answer.tsx';
import { CaseTimeline } from '#components/resident/tracking/case-timeline.tsx';
import { cityWordIn } from '#components/resident/tracking/city-word.ts';
import { PhotoRow } from '#components/resident/tracking/photo-row.tsx';
import { PlaceMap, type PlaceOutline } from '#components/resident/tracking/place-map.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { ErrorSummary, type SummaryError } from '#components/ui/error-summary.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { IdeaItem, PublicCase } from '#lib/submissions/dto.ts';
import { type Asked, IdeaSupport } from './support-box.tsx';

type IdeaViewProps = { item: PublicCase; outline: PlaceOutline | null; asked: Asked; errors: SummaryError[] };

/** An idea: what it is, how many are behind it, what the city says, and how far it is. */
export function IdeaView({ item, outline, asked, errors }: IdeaViewProps) {
  const t = useTranslations('ideas.page');
  const title = caseTitle(item, useTranslations('list'));
  const answer = cityWordIn(item.timeline);
  const published = item.text !== null;
  return (
    <Main className="wrap idea" reference={item.reference}>
      <BackLink href="/pomysly">{t('all')}</BackLink>
      {errors.length > 0 && (
        <div className="form-errors">
          <ErrorSummary errors={errors} />
        </div>
      )}
      <div className="idea-g">
        <div className="idea-h">
          <IdeaHead item={item} title={title} />
          {answer && <Answer entry={answer} before={item.photos} title={t('answer')} />}
        </div>
        <aside className="idea-s" aria-label={t('aside')}>
          {published && <IdeaSupport item={item} asked={asked} />}
          {outline && <PlaceMap outline={outline} place={item.address ?? title} />}
          <Similar ideas={item.idea?.similar ?? []} />
          <p className="meta">
            {t('mine')} <Link href="/sledz">{t('mineLink')}</Link>
          </p>
        </aside>
        <div className="idea-m">
          <section aria-labelledby="road">
            <h2 id="road">{t('road')}</h2>
            <CaseTimeline entries={item.timeline} label={t('road')} />
          </section>
        </div>
      </div>
    </Main>
  );
}

function IdeaHead({ item, title }: { item: PublicCase; title: string }) {
  const t = useTranslations('ideas.page');
  const list = useTranslations('list');
  const { text, textLocale, district, category, address, photos } = item;
  const place = district && t('district', { roman: district.roman, name: district.name });
  return (
    <>
      <p className="row">
        <StatusBadge {...item} />
        <span className="meta">
          {[t('number', { reference: item.reference }), category.name, address, place]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <h1 lang={item.title ? textLocale : undefined}>{title}</h1>
      {text === null ? (
        <p className="held">
          <Icon of={LockSimpleIcon} />
          {item.outcome === 'WITHDRAWN' ? list('withdrawn') : list('held')}
        </p>
      ) : (
        <div className="prose pre-line" lang={textLocale}>
          {text}
        </div>
      )}
      <PhotoRow photos={photos} alt={t('photoAlt')} />
      {item.idea?.publishedAt && (
        <p className="meta">
          {t('published')} <DateText at={item.idea.publishedAt} as="day" />
        </p>
      )}
    </>
  );
}

function Similar({ ideas }: { ideas: IdeaItem[] }) {
  const t = useTranslations('ideas');
  const list = useTranslations('list');
  if (ideas.length === 0) return null;
  return (
    <section aria-labelledby="similar">
      <h2 className="h-s" id="similar">
        {t('page.similar')}
      </h2>
      <ul className="list-plain sim">
        {ideas.map((idea) => (
          <li key={idea.reference}>
            <Link href={`/zgloszenia/${idea.reference}`} lang={idea.title ? idea.textLocale : undefined}>
              {caseTitle(idea, list)}
            </Link>
            <span className="meta">{t('landing.count', { count: idea.supportCount })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
