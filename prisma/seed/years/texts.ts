import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Kind, Outcome } from '#lib/submissions/words.ts';
import type { Chance } from './chance.ts';
import { Decks } from './decks.ts';
import { LANGUAGES } from './figures.ts';

const FILE = path.join(import.meta.dirname, '..', '..', 'data', 'made-up-texts.json');
const list = z.array(z.string());
const schema = z.strictObject({
  slots: z.record(z.string(), list),
  /** What people add, by what it goes with, and in other languages. */
  more: z.record(z.string(), list),
  /** What the city answers, by language and outcome. */
  ends: z.record(z.string(), z.record(z.string(), list)),
  problems: z.record(z.string(), z.strictObject({ pl: list, en: list, uk: list, fixed: list, more: list })),
  ideas: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  questions: z.record(z.string(), list),
});

type Language = 'pl' | 'en' | 'uk';
export type MadeUpText = { locale: Language; title: string | null; text: string };

type Told = { kind: Kind; category: string; locale: Language };

/** Words for made-up cases: patterns with places in them, and what people add. */
export class Texts {
  readonly #texts = schema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  readonly #decks = new Decks();
  readonly #more = new Map<string, string[]>();

  /** What somebody wrote about something of this category. */
  of(kind: Kind, category: string, chance: Chance): MadeUpText {
    if (kind === 'IDEA') return this.#idea(category, chance);
    if (kind === 'QUESTION') {
      return {
        locale: 'pl',
        title: null,
        text: this.#decks.deal(this.#texts.questions[category] ?? ['?'], chance),
      };
    }
    const patterns = this.#texts.problems[category];
    const wished = chance.weighted(LANGUAGES);
    const locale = patterns?.[wished].length ? wished : 'pl';
    const first = this.#filled(this.#decks.deal(patterns?.[locale] ?? ['?'], chance), chance);
    const more = Array.from({ length: chance.weighted(SENTENCES) }, () =>
      this.#decks.deal(this.#moreOf(category, locale), chance),
    );
    return { locale, title: null, text: [first, ...new Set(more)].join(' ') };
  }

  #moreOf(category: string, locale: Language): string[] {
    const key = locale === 'pl' ? category : locale;
    const themes = locale === 'pl' ? (this.#texts.problems[category]?.more ?? []) : [locale];
    const known = this.#more.get(key) ?? themes.flatMap((theme) => this.#texts.more[theme] ?? []);
    this.#more.set(key, known);
    return known;
  }

  /** What the city answered, in the language of who wrote. */
  ending({ kind, category, locale }: Told, outcome: Outcome, chance: Chance): string | null {
    if (outcome === 'WITHDRAWN') return null;
    const repaired = locale === 'pl' && outcome === 'FIXED';
    const own = repaired ? this.#texts.problems[category]?.fixed : undefined;
    const usual = this.#texts.ends[locale]?.[kind === 'QUESTION' ? 'QUESTION' : outcome];
    return this.#decks.deal(own?.length ? own : (usual ?? ['?']), chance);
  }

  #idea(category: string, chance: Chance): MadeUpText {
    const [title, text] = this.#decks.deal(this.#texts.ideas[category] ?? [['?', '?']], chance);
    const where = this.#decks.deal(this.#texts.slots.gdzie ?? [], chance);
    return { locale: 'pl', title: title.replace('{gdzie}', where), text: text.replace('{gdzie}', where) };
  }

  #filled(pattern: string, chance: Chance): string {
    return pattern.replace(/\{(\w+)\}/g, (_all, slot: string) =>
      this.#decks.deal(this.#texts.slots[slot] ?? [''], chance),
    );
  }
}

/** How many sentences people add. */
const SENTENCES: readonly (readonly [number, number])[] = [
  [0, 30],
  [1, 45],
  [2, 25],
];
