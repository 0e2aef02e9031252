import { LockSimpleIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { ErrorSummary, type SummaryError } from '#components/ui/error-summary.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { Plate } from '#components/ui/plate.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { PublicCase } from '#lib/submissions/dto.ts';
import { caseTitle, titleLang } from './case-title.ts';
import { AlsoSeen, type Asked } from './ideas/support-box.tsx';
import { Answer } from './tracking/answer.tsx';
import { CaseTimeline } from './tracking/case-timeline.tsx';
import { answerIn } from './tracking/city-word.ts';
import { Facts } from './tracking/facts.tsx';
import { Parcel } from './tracking/parcel.tsx';
import { PhotoRow } from './tracking/photo-row.tsx';
import { PlaceMap, type PlaceOutline } from './tracking/place-map.tsx';

type PublicCaseViewProps = {
  item: PublicCase;
  outline: PlaceOutline | null;
  asked: Asked;
  errors: SummaryError[];
};

/** What everybody may see of a case. */
export function PublicCaseView({ item, outline, asked, errors }: PublicCaseViewProps) {
  const t = useTranslations('tracking');
  const title = caseTitle(item, useTranslations('list'));
  const answer = answerIn(item.timeline);
  return (
    <Main className="wrap track" reference={item.reference}>
      <BackLink href="/zgloszenia">{t('allCases')}</BackLink>
      {errors.length > 0 && (
        <div className="form-errors">
          <ErrorSummary errors={errors} />
        </div>
      )}
      <Head item={item} title={title} />
      <div className="track-g">
        <div className="track-m">
          <PublicWords item={item} />
          {answer && <Answer entry={answer} before={item.photos} />}
          <section aria-labelledby="road">
            <h2 id="road">{t('road')}</h2>
            <CaseTimeline entries={item.timeline} label={t('road')} />
          </section>
        </div>
        <aside className="track-s" aria-label={t('facts.label')}>
          <Facts item={item} expectation={item.expectation} place={item.address} />
          <AlsoSeen item={item} asked={asked} />
          {outline && <PlaceMap outline={outline} place={item.address ?? title} />}
          <p className="meta">
            {t('mine')} <Link href="/sledz">{t('mineLink')}</Link>
          </p>
        </aside>
      </div>
    </Main>
  );
}

function Head({ item, title }: { item: PublicCase; title: string }) {
  return (
    <div className="track-h">
      <p className="row">
        <Plate>{item.reference}</Plate>
        <StatusBadge {...item} />
      </p>
      <h1 lang={titleLang(item)}>{title}</h1>
      {item.kind === 'PROBLEM' && item.outcome !== 'WITHDRAWN' && (
        <Parcel item={item} timeline={item.timeline} />
      )}
    </div>
  );
}

function PublicWords({ item }: { item: PublicCase }) {
  const t = useTranslations('tracking.words');
  const list = useTranslations('list');
  if (item.text === null) {
    return (
      <p className="held">
        <Icon of={LockSimpleIcon} />
        {item.outcome === 'WITHDRAWN' ? list('withdrawn') : list('held')}
      </p>
    );
  }
  return (
    <section aria-labelledby="words">
      <h2 id="words">{t('publicTitle')}</h2>
      <p className="pre-line" lang={item.textLocale}>
        {item.text}
      </p>
      <PhotoRow photos={item.photos} alt={t('photoAlt')} />
    </section>
  );
}
