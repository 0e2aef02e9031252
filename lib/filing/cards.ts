import { findProcedures, knownProcedures } from '#lib/directory/procedures/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import type { Kind } from '#lib/submissions/words.ts';
import { type DraftData, reopened } from './draft-data.ts';
import { MAX_ASKED, MOST_CARDS } from './words.ts';

/** What a question's first step says beside its words. */
export type CardFields = {
  text: string;
  /** The card it is asked from. */
  procedure?: string;
  /** Codes of the cards that were shown while it was typed, between blanks. */
  seenCards?: string;
};

/**
 * What procedure cards have to say to a question: the card it was asked from, or those that may answer it. Whoever saw
 * them while typing, or has just read one, is not shown them once more. Other kinds have nothing to do with cards.
 */
export async function cardsOf(kind: Kind, fields: CardFields, locale: Locale): Promise<Partial<DraftData>> {
  if (kind !== 'QUESTION') return {};
  const [asked] = fields.procedure ? await knownProcedures([fields.procedure], locale) : [];
  if (asked) return { procedure: asked.code, cards: [] };
  const found = await findProcedures(fields.text.slice(0, MAX_ASKED), locale, MOST_CARDS);
  const seen = new Set(fields.seenCards?.split(' '));
  const cards = found.map(({ code }) => code);
  return { cards: cards.every((code) => seen.has(code)) ? [] : cards };
}

/** The same draft, with cards still to be shown when they are others than before. */
export function withCards(data: DraftData, cards: Partial<DraftData>): DraftData {
  const same = cards.cards?.join() === data.cards?.join();
  return { ...(same ? data : reopened(data, 'cards')), ...cards };
}
