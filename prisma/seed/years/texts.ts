import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Kind, Outcome } from '#lib/submissions/words.ts';
import type { Chance } from './chance.ts';
import { LANGUAGES } from './figures.ts';

const FILE = path.join(import.meta.dirname, '..', '..', 'data', 'made-up-texts.json');
const list = z.array(z.string());
const schema = z.strictObject({
  slots: z.record(z.string(), list),
  more: z.strictObject({ pl: list, en: list, uk: list }),
  ends: z.record(z.string(), list),
  problems: z.record(z.string(), z.strictObject({ pl: list, en: list, uk: list, fixed: list })),
  ideas: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  questions: z.record(z.string(), list),
});

type Language = 'pl' | 'en' | 'uk';
export type MadeUpText = { locale: Language; title: string | null; text: string };

/** Words for made-up cases: patterns with places in them, and what people add. */
export class Texts {
  readonly #texts = schema.parse(JSON.parse(readFileSync(FILE, 'utf8')));

  /** What somebody wrote about something of this category. */
  of(kind: Kind, category: string, chance: Chance): MadeUpText {
    if (kind === 'IDEA') return this.#idea(category, chance);
    if (kind === 'QUESTION') {
      return { locale: 'pl', title: null, text: chance.pick(this.#texts.questions[category] ?? ['?']) };
    }
    const patterns = this.#texts.problems[category];
    const wished = chance.weighted(LANGUAGES);
    const locale = patterns?.[wished].length ? wished : 'pl';
    const first = this.#filled(chance.pick(patterns?.[locale] ?? ['?']), chance);
    const more = Array.from({ length: chance.weighted(SENTENCES) }, () =>
      chance.pick(this.#texts.more[locale]),
    );
    return { locale, title: null, text: [first, ...new Set(more)].join(' ') };
  }

  /** What the city answered. */
  ending(kind: Kind, category: string, outcome: Outcome, chance: Chance): string | null {
    if (outcome === 'WITHDRAWN') return null;
    const own = kind === 'PROBLEM' && outcome === 'FIXED' ? this.#texts.problems[category]?.fixed : undefined;
    const usual = this.#texts.ends[kind === 'QUESTION' ? 'QUESTION' : outcome];
    return chance.pick(own?.length ? own : (usual ?? ['?']));
  }

  #idea(category: string, chance: Chance): MadeUpText {
    const [title, text] = chance.pick(this.#texts.ideas[category] ?? [['?', '?']]);
    const where = chance.pick(this.#texts.slots.gdzie ?? []);
    return { locale: 'pl', title: title.replace('{gdzie}', where), text: text.replace('{gdzie}', where) };
  }

  #filled(pattern: string, chance: Chance): string {
    return pattern.replace(/\{(\w+)\}/g, (_all, slot: string) =>
      chance.pick(this.#texts.slots[slot] ?? ['']),
    );
  }
}

/** How many sentences people add. */
const SENTENCES: readonly (readonly [number, number])[] = [
  [0, 30],
  [1, 45],
  [2, 25],
];
