import { cityDay } from '#lib/platform/clock.ts';
import { DECIDED, SUCCESS } from '#lib/statistics/words.ts';
import type { Kind, Outcome } from '#lib/submissions/words.ts';
import { Chance } from './chance.ts';
import { SHARES, TOLD } from './figures.ts';

/** How strongly chance is led back to the wished share: so that a month misses it by two or three cases at most. */
const PULL = 0.3;

type Count = { decided: number; successful: number; wished: number };

/**
 * Which share of the cases that end in a month is successful. Chance alone would scatter the months by two or three of a
 * hundred, and the month that the city told of has one true share.
 */
export class Shares {
  readonly #seed: string;
  readonly #months = new Map<string, Count>();

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Whether the next case that ends at this moment is a success. */
  next(endedAt: Date, chance: Chance): boolean {
    const { decided, successful, wished } = this.#month(endedAt);
    return chance.happens(wished + PULL * (wished * decided - successful));
  }

  count(kind: Kind, outcome: Outcome, endedAt: Date): void {
    if (!DECIDED.includes(outcome)) return;
    const month = this.#month(endedAt);
    month.decided += 1;
    if (SUCCESS[kind] === outcome) month.successful += 1;
  }

  #month(at: Date): Count {
    const name = cityDay(at).slice(0, 7);
    const known = this.#months.get(name) ?? { decided: 0, successful: 0, wished: this.#wished(name) };
    this.#months.set(name, known);
    return known;
  }

  #wished(month: string): number {
    if (month === TOLD.month) return TOLD.share;
    const [from, to] = SHARES;
    return from + (to - from) * new Chance(`${this.#seed} share ${month}`).next();
  }
}
