import { ArrowsClockwiseIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import type { StaffEvent } from '#lib/submissions/staff-case-dto.ts';
import type { CaseView } from './case-view.ts';
import { useChangeWords, useEventWords, useMomentWords, useWhoWords } from './event-sentence.tsx';
import type { Refused } from './refused.tsx';

type ConflictBannerProps = {
  view: CaseView;
  state: Refused;
  /** What has happened since the person opened the form, oldest first. */
  since: StaffEvent[];
  /** The form stands below with everything that was typed. */
  formOpen: boolean;
};

/** The second of two people reads what the first one did, and loses no word. */
export function ConflictBanner({ view, state, since, formOpen }: ConflictBannerProps) {
  const t = useTranslations('staff.conflict');
  return (
    <div className="banner banner-warn conflict" role="alert">
      <Icon of={ArrowsClockwiseIcon} />
      <div className="stack">
        <p>
          <strong>{t('title')}</strong>
        </p>
        {since.length === 0 ? <p>{t('nothing')}</p> : <Since view={view} since={since} />}
        <p>{formOpen ? t('kept') : t('lost')}</p>
        {!formOpen && <TypedText state={state} />}
      </div>
    </div>
  );
}

function Since({ view, since }: { view: CaseView; since: StaffEvent[] }) {
  const t = useTranslations('staff.conflict');
  const momentOf = useMomentWords(view.today);
  const whoOf = useWhoWords();
  const wordsOf = useEventWords();
  const changesOf = useChangeWords();
  return (
    <ul>
      {since.map((event) => (
        <li key={event.id}>
          {t('entry', { at: momentOf(event.at), who: whoOf(event) })}{' '}
          {[wordsOf(event), ...changesOf(event)].join('. ')}
        </li>
      ))}
    </ul>
  );
}

const TEXTS = ['explanation', 'remaining', 'alternative', 'question', 'objection', 'reason', 'note', 'text'];

function TypedText({ state }: { state: Refused }) {
  const texts = TEXTS.flatMap((name) => state.values[name] ?? []).filter((text) => text !== '');
  return (
    <>
      {texts.map((text) => (
        <blockquote className="wb-x pre" key={text}>
          {text}
        </blockquote>
      ))}
    </>
  );
}
