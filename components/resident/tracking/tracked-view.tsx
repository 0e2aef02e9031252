import { useTranslations } from 'next-intl';
import { caseTitle, titleLang } from '#components/resident/case-title.ts';
import { Banner } from '#components/ui/banner.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Link } from '#components/ui/link.tsx';
import { Main } from '#components/ui/page.tsx';
import { PhonePlate, Plate } from '#components/ui/plate.tsx';
import type { TrackedCase } from '#lib/submissions/dto.ts';
import type { Command } from '#lib/submissions/words.ts';
import { Answer } from './answer.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { answerIn } from './city-word.ts';
import { Facts } from './facts.tsx';
import type { Kept } from './kept.ts';
import { KindSection } from './kind-section.tsx';
import { LastWord } from './last-word.tsx';
import { OwnActions, ReplySection } from './own-actions.tsx';
import { Parcel } from './parcel.tsx';
import { PhotoRow } from './photo-row.tsx';
import { PlaceMap, type PlaceOutline } from './place-map.tsx';
import { Receipt } from './receipt.tsx';

type KeptForm = Kept & { errors: { field: string; message: string }[]; message: string | null };

type TrackedViewProps = {
  tracked: TrackedCase;
  firstView: boolean;
  done: Command | null;
  kept: KeptForm;
  outline: PlaceOutline | null;
  qr: { size: number; path: string };
};

/** The page of whoever holds the code: what was sent, how far it is, and the last word. */
export function TrackedView({ tracked, firstView, done, kept, outline, qr }: TrackedViewProps) {
  const t = useTranslations('tracking');
  const words = useTranslations('list');
  const place = tracked.place?.address ?? tracked.place?.description ?? null;
  const title = caseTitle({ ...tracked, address: tracked.place?.address ?? null }, words);
  const answer = answerIn(tracked.timeline);
  return (
    <Main className="wrap track" reference={tracked.reference}>
      <News kept={kept} done={done} />
      {firstView && <Receipt tracked={tracked} answerDay={tracked.answerDay} />}
      <TrackedHead tracked={tracked} title={title} second={firstView} />
      <div className="track-g">
        <div className="track-m">
          <KindSection tracked={tracked} />
          <ReplySection tracked={tracked} kept={kept} />
          <LastWord tracked={tracked} kept={kept} />
          {answer && <Answer entry={answer} before={tracked.photos} />}
          <OwnWords tracked={tracked} />
          <section aria-labelledby="road">
            <h2 id="road">{t('road')}</h2>
            <CaseTimeline entries={tracked.timeline} label={t('road')} />
          </section>
          <OwnActions tracked={tracked} kept={kept} />
        </div>
        <aside className="track-s" aria-label={t('facts.label')}>
          <Facts
            item={{ ...tracked, text: null, address: null }}
            expectation={tracked.expectation}
            place={place}
            objectUntil={tracked.objectUntil}
          />
          {outline && <PlaceMap outline={outline} place={place ?? title} />}
          <Keepsake tracked={tracked} qr={qr} />
        </aside>
      </div>
    </Main>
  );
}

/** What has just happened: what was refused and why, or that it was done. */
function News({ kept, done }: Pick<TrackedViewProps, 'kept' | 'done'>) {
  const t = useTranslations('tracking');
  return (
    <>
      <ErrorSummary errors={kept.errors} />
      {kept.message && (
        <Banner tone="warn" role="status" title={t('refused.title')}>
          {kept.message}
        </Banner>
      )}
      {done && t.has(`done.${done}`) && (
        <Banner tone="ok" role="status">
          {t(`done.${done}`)}
        </Banner>
      )}
    </>
  );
}

function TrackedHead({ tracked, title, second }: { tracked: TrackedCase; title: string; second: boolean }) {
  const Heading = second ? 'h2' : 'h1';
  return (
    <div className="track-h">
      <p>
        <Plate>{tracked.reference}</Plate>
      </p>
      <Heading className="track-title" lang={titleLang(tracked)}>
        {title}
      </Heading>
      {tracked.kind === 'PROBLEM' && (
        <Parcel item={{ ...tracked, text: null, address: null }} timeline={tracked.timeline} />
      )}
    </div>
  );
}

/** What the person wrote and added, and whether others can read it yet. */
function OwnWords({ tracked }: { tracked: TrackedCase }) {
  const t = useTranslations('tracking.words');
  const question = useTranslations('kinds.question');
  const timeline = useTranslations('tracking.timeline');
  if (tracked.outcome === 'WITHDRAWN') return <p className="held">{t('withdrawn')}</p>;
  return (
    <section className="own-words" aria-labelledby="words">
      <h2 id="words">{t('title')}</h2>
      {tracked.text ? (
        <p className="pre-line" lang={tracked.textLocale}>
          {tracked.text}
        </p>
      ) : (
        <p className="meta">{timeline('redacted')}</p>
      )}
      {tracked.place?.description && <p>{t('where', { place: tracked.place.description })}</p>}
      <PhotoRow photos={tracked.photos} alt={t('photoAlt')} />
      {tracked.kind === 'QUESTION' ? (
        <p className="meta">{question('private')}</p>
      ) : (
        <p className="meta">
          {tracked.text && `${tracked.released ? t('public') : t('waiting')} `}
          <Link href={`/zgloszenia/${tracked.reference}`}>{t('publicPage')}</Link>
        </p>
      )}
    </section>
  );
}

/** How to find this page again; on paper with a QR code. */
function Keepsake({ tracked, qr }: Pick<TrackedViewProps, 'tracked' | 'qr'>) {
  const t = useTranslations('tracking.keepsake');
  return (
    <div className="keepsake stack">
      <h2 className="h-s">{t('title')}</h2>
      <p>
        <Plate>{tracked.code}</Plate>
      </p>
      <p className="meta">{t('why')}</p>
      <svg
        className="qr print-only"
        viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`}
        role="img"
        aria-label={t('qr')}
      >
        <path d={qr.path} />
      </svg>
      <p className="print-only">
        <PhonePlate />
      </p>
    </div>
  );
}
