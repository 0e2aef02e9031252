import type { Chance } from './chance.ts';

/** What was dealt so lately is laid aside, from whichever deck it came. */
const RECENT = 30;
const ATTEMPTS = 4;

/**
 * Deals lists like shuffled packs of cards: nothing comes again before all the others came, and two that stand beside
 * one another are not alike. Chance alone repeats itself where everybody sees it.
 */
export class Decks {
  readonly #left = new Map<readonly unknown[], unknown[]>();
  #recent: unknown[] = [];

  deal<T>(from: readonly T[], chance: Chance): T {
    let card = this.#draw(from, chance);
    for (let attempt = 1; attempt < ATTEMPTS && this.#recent.includes(card); attempt += 1) {
      card = this.#draw(from, chance);
    }
    this.#recent.push(card);
    if (this.#recent.length > RECENT) this.#recent.shift();
    return card;
  }

  #draw<T>(from: readonly T[], chance: Chance): T {
    let left = this.#left.get(from) as T[] | undefined;
    if (!left?.length) {
      left = shuffled(from, chance);
      this.#left.set(from, left);
    }
    return left.pop() as T;
  }
}

function shuffled<T>(from: readonly T[], chance: Chance): T[] {
  const cards = [...from];
  for (let index = cards.length - 1; index > 0; index -= 1) {
    const other = chance.below(index + 1);
    [cards[index], cards[other]] = [cards[other] as T, cards[index] as T];
  }
  return cards;
}
