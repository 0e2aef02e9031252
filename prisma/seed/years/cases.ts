import type { ImportedCase, ImportedPlace } from '#lib/submissions/imported.ts';
import type { Channel, Kind } from '#lib/submissions/words.ts';
import { readCategories } from '#prisma/seed/files.ts';
import { momentIn } from './calendar.ts';
import { Chance } from './chance.ts';
import {
  type CategoryFigures,
  IDEA_CATEGORIES,
  NEIGHBOURS,
  PROBLEMS,
  QUESTION_CATEGORIES,
} from './figures.ts';
import { Places } from './places.ts';
import type { MonthPlan } from './plan.ts';
import { Progress } from './progress.ts';
import { Texts } from './texts.ts';

export type YearsWish = {
  /** How many of each kind in which month, the earliest first. */
  months: readonly MonthPlan[];
  seed: string;
  /** The present: nothing is filed after it, and what ends after it is still open. */
  until: Date;
};

const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['WEB', 52],
  ['PHONE', 34],
  ['EMAIL', 9],
  ['IN_PERSON', 3],
  ['LETTER', 2],
];
const DAY_MS = 86_400_000;
/** What was reported so recently may be reported once more. */
const RECENT = 40;

type Place = ImportedPlace | null;
type Recent = { at: Date; place: Place; externalId: string };

/** Makes up the cases of some years, month by month in the order in which they were filed. Nothing of it is real. */
export class MadeUpYears {
  readonly #wish: YearsWish;
  readonly #places = new Places();
  readonly #texts = new Texts();
  readonly #progress: Progress;
  readonly #placeless = new Set(
    readCategories().flatMap(({ code, locationRequired }) => (locationRequired ? [] : [code])),
  );
  readonly #recent = new Map<string, Recent[]>();
  #number = 0;

  constructor(wish: YearsWish) {
    this.#wish = wish;
    this.#progress = new Progress(wish.seed, wish.until);
  }

  *cases(): Generator<ImportedCase> {
    const { months, seed, until } = this.#wish;
    for (const { month, problems, ideas, questions } of months) {
      const chance = new Chance(`${seed} ${month}`);
      const filed = [
        ...Array<Kind>(problems).fill('PROBLEM'),
        ...Array<Kind>(ideas).fill('IDEA'),
        ...Array<Kind>(questions).fill('QUESTION'),
      ].map((kind) => ({ kind, at: momentIn(month, chance, until) }));
      filed.sort((a, b) => a.at.getTime() - b.at.getTime());
      for (const { kind, at } of filed) yield this.#case(kind, at, month, chance);
    }
  }

  #case(kind: Kind, receivedAt: Date, month: string, chance: Chance): ImportedCase {
    const figures = chance.weighted(choicesOf(kind, month));
    const { code: category } = figures;
    const repeats = kind === 'PROBLEM' && chance.happens(NEIGHBOURS);
    const neighbour = repeats ? this.#neighbour(category, receivedAt, chance) : null;
    const place = this.#placeOf(kind, category, neighbour?.place ?? null, chance);
    this.#number += 1;
    const externalId = `${this.#wish.seed}-${String(this.#number).padStart(7, '0')}`;
    const progress = this.#progress.of(kind, figures, receivedAt, neighbour !== null, chance);
    const { outcome } = progress;
    if (outcome !== 'DUPLICATE') this.#remember(category, { at: receivedAt, place, externalId });
    const words = this.#texts.of(kind, category, chance);
    const inHands = progress.status !== 'RECEIVED' && progress.answeredAt !== null;
    return {
      externalId,
      print: this.#wish.seed,
      kind,
      category,
      channel: chance.weighted(CHANNELS),
      ...words,
      place,
      receivedAt,
      ...progress,
      department: inHands ? this.#progress.departmentOf(category) : null,
      explanation: outcome && this.#texts.ending({ kind, category, locale: words.locale }, outcome, chance),
      duplicateOf: outcome === 'DUPLICATE' ? (neighbour?.externalId ?? null) : null,
    };
  }

  #placeOf(kind: Kind, category: string, neighbour: Place, chance: Chance): Place {
    if (neighbour) return this.#places.near(neighbour, chance);
    if (kind === 'QUESTION' || (this.#placeless.has(category) && chance.happens(0.5))) return null;
    return this.#places.any(chance);
  }

  #neighbour(category: string, at: Date, chance: Chance): Recent | null {
    const recent = (this.#recent.get(category) ?? []).filter(
      (each) => at.getTime() - each.at.getTime() < 4 * DAY_MS && each.place,
    );
    return recent.length > 0 ? chance.pick(recent) : null;
  }

  #remember(category: string, one: Recent): void {
    const recent = this.#recent.get(category) ?? [];
    recent.push(one);
    if (recent.length > RECENT) recent.shift();
    this.#recent.set(category, recent);
  }
}

const choices = new Map<string, (readonly [CategoryFigures, number])[]>();

/** What there is of this kind, with how often it is in this month. */
function choicesOf(kind: Kind, month: string): (readonly [CategoryFigures, number])[] {
  const key = `${kind} ${month.slice(5)}`;
  let known = choices.get(key);
  if (!known) {
    const all = { PROBLEM: PROBLEMS, IDEA: IDEA_CATEGORIES, QUESTION: QUESTION_CATEGORIES }[kind];
    const index = Number(month.slice(5)) - 1;
    known = all.map((each) => [each, each.weight * (each.season?.[index] ?? 1)] as const);
    choices.set(key, known);
  }
  return known;
}
