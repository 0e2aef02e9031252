'use client';

import { CardLinks } from './card-links.tsx';
import { useCardHints } from './use-card-hints.ts';

export type CardHintsWords = {
  title: string;
  /** Heard after a link, because it leaves the page where it is. */
  newTab: string;
  /** How many were found, by number, from one. */
  found: string[];
};

type CardHintsProps = {
  /** The id of the field in which the question is typed. */
  field: string;
  language: string;
  words: CardHintsWords;
};

/**
 * Below a question that is being typed: cards that may hold the answer. It never takes the focus, and says once how
 * many there are. What was shown goes with the form, so that the next page does not show it again.
 */
export function CardHints({ field, language, words }: CardHintsProps) {
  const cards = useCardHints(field, language);
  return (
    <>
      <p className="sr" role="status">
        {words.found[cards.length - 1]}
      </p>
      <input type="hidden" name="seenCards" value={cards.map(({ code }) => code).join(' ')} />
      {cards.length > 0 && (
        <section className="card-hints" aria-label={words.title}>
          <p className="legend">{words.title}</p>
          <CardLinks cards={cards} newTab={words.newTab} />
        </section>
      )}
    </>
  );
}
