import { Banner } from '#components/ui/banner.tsx';
import { OPEN_STATUSES } from '#lib/submissions/words.ts';
import type { CaseView } from './case-view.ts';
import { useEventWords, useMomentWords, useWhoWords } from './event-sentence.tsx';

/** Why a department sent it back, where that was the last word on whose it is: read before anything else is done. */
export function CaseReturned({ view: { item, today } }: { view: CaseView }) {
  const wordsOf = useEventWords();
  const whoOf = useWhoWords();
  const momentOf = useMomentWords(today);
  const last = item.history.find(({ type }) => type === 'return' || type === 'forward');
  const isOpen = OPEN_STATUSES.some((status) => status === item.status);
  if (last?.type !== 'return' || !isOpen) return null;
  return (
    <Banner tone="warn" title={wordsOf(last)}>
      {last.messages.map(({ id, text, locale }) => (
        <p key={id} className="pre" lang={locale}>
          {text}
        </p>
      ))}
      <p className="meta">
        {whoOf(last)}, {momentOf(last.at)}
      </p>
    </Banner>
  );
}
