'use client';

import { usePathname } from 'next/navigation';
import { localePath, textLocale } from '#lib/i18n/languages.ts';
import en from '#lib/i18n/messages/en/fault.json' with { type: 'json' };
import pl from '#lib/i18n/messages/pl/fault.json' with { type: 'json' };
import uk from '#lib/i18n/messages/uk/fault.json' with { type: 'json' };
import { formatPhone, INFOLINE } from '#lib/i18n/phone.ts';
import { Arch } from './arch.tsx';

const WORDS = { pl, en, uk };

/** The few words of the last resort, in the language of the address: nothing else may be left to ask. */
export function useFaultWords() {
  const locale = textLocale(usePathname()?.split('/')[1] ?? '');
  return { locale, words: WORDS[locale] };
}

type FaultViewProps = {
  /** The number under which the fault was logged. */
  digest?: string;
  retry: () => void;
};

/** What an error boundary shows. It has its own few words: the messages never reach the browser. */
export function FaultView({ digest, retry }: FaultViewProps) {
  const { locale, words } = useFaultWords();
  return (
    <main id="tresc" className="wrap e4">
      <div className="e4-a" aria-hidden="true">
        <Arch />
      </div>
      <div className="e4-t stack">
        <p className="eyebrow">{words.number}</p>
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        {digest && (
          <p>
            {words.requestNumber} <strong>{digest}</strong>
          </p>
        )}
        <p className="row">
          <button type="button" className="btn btn-main" onClick={retry}>
            {words.retry}
          </button>
          <a className="link-block" href={localePath(locale, '/')}>
            {words.home}
          </a>
        </p>
        <p>
          {words.call}{' '}
          <a className="plate" href={`tel:${INFOLINE}`}>
            <span className="sr">{words.infoline}: </span>
            {formatPhone(INFOLINE, locale)}
          </a>
        </p>
      </div>
    </main>
  );
}
