import type { ImportedCase, ImportedPlace } from '#lib/submissions/imported.ts';
import type { Channel, Kind, Outcome, Status } from '#lib/submissions/words.ts';
import { readCategories } from '#prisma/seed/files.ts';
import { inOffice, momentIn, planMonths } from './calendar.ts';
import { Chance } from './chance.ts';
import {
  type CategoryFigures,
  IDEA_CATEGORIES,
  IDEA_OUTCOMES,
  JOINED,
  NEIGHBOURS,
  PROBLEM_OUTCOMES,
  PROBLEMS,
  QUESTION_CATEGORIES,
} from './figures.ts';
import { Places } from './places.ts';
import { Texts } from './texts.ts';

export type YearsWish = {
  /** From the first to the last of these. */
  years: readonly number[];
  rows: number;
  seed: string;
  /** The present: what ends after it is still open. */
  until: Date;
  /** Nothing is filed after this moment; that is the present when nothing else is said. */
  filedBefore?: Date;
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
/** These work at night too. */
const ALWAYS_OPEN = new Set(['MPO', 'WMK', 'SM', 'MPEC', 'MPK']);
const INFOLINE = 'KCK';

type Place = ImportedPlace | null;
type Recent = { at: Date; place: Place; externalId: string };

/** Makes up the cases of some years, month by month in the order in which they were filed. Nothing of it is real. */
export class MadeUpYears {
  readonly #wish: YearsWish;
  readonly #places = new Places();
  readonly #texts = new Texts();
  readonly #departments = new Map(readCategories().map(({ code, department }) => [code, department]));
  readonly #placeless = new Set(
    readCategories().flatMap(({ code, locationRequired }) => (locationRequired ? [] : [code])),
  );
  readonly #recent = new Map<string, Recent[]>();
  #number = 0;

  constructor(wish: YearsWish) {
    this.#wish = wish;
  }

  *cases(): Generator<ImportedCase> {
    const { years, rows, seed, until, filedBefore = until } = this.#wish;
    for (const { month, problems, ideas, questions } of planMonths(years, rows, filedBefore)) {
      const chance = new Chance(`${seed} ${month}`);
      const filed = [
        ...Array<Kind>(problems).fill('PROBLEM'),
        ...Array<Kind>(ideas).fill('IDEA'),
        ...Array<Kind>(questions).fill('QUESTION'),
      ].map((kind) => ({ kind, at: momentIn(month, chance, filedBefore) }));
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
    const progress = this.#progress(kind, figures, receivedAt, neighbour !== null, chance);
    const { outcome } = progress;
    if (outcome !== 'DUPLICATE') this.#remember(category, { at: receivedAt, place, externalId });
    const inHands = progress.status !== 'RECEIVED' && progress.answeredAt !== null;
    return {
      externalId,
      print: this.#wish.seed,
      kind,
      category,
      channel: chance.weighted(CHANNELS),
      ...this.#texts.of(kind, category, chance),
      place,
      receivedAt,
      ...progress,
      department: inHands ? this.#departmentOf(category) : null,
      explanation: outcome && this.#texts.ending(kind, category, outcome, chance),
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

  #departmentOf(category: string): string | null {
    const code = this.#departments.get(category) ?? null;
    return code === INFOLINE ? null : code;
  }

  /** When it was first answered, and how and when it ended, as far as that lies in the past. */
  #progress(
    kind: Kind,
    figures: CategoryFigures,
    receivedAt: Date,
    neighbour: boolean,
    chance: Chance,
  ): Pick<ImportedCase, 'status' | 'outcome' | 'endedAt' | 'answeredAt'> {
    const { until } = this.#wish;
    const outcome = outcomeOf(kind, neighbour, chance);
    const early = outcome === 'DUPLICATE' || outcome === 'WITHDRAWN';
    const days = early ? chance.duration(0.5) : chance.duration(figures.median);
    const always = ALWAYS_OPEN.has(this.#departmentOf(figures.code) ?? '');
    const later = (share: number) => {
      const at = new Date(receivedAt.getTime() + days * share * DAY_MS + 60_000);
      return always ? at : inOffice(at, chance);
    };
    const answeredAt = later(Math.min(0.3, 0.8 / days));
    const taken = later(0.5);
    const endedAt = new Date(Math.max(later(1).getTime(), answeredAt.getTime() + 60_000));
    if (answeredAt > until) return { status: 'RECEIVED', outcome: null, endedAt: null, answeredAt: null };
    if (endedAt <= until) return { status: 'CLOSED', outcome, endedAt, answeredAt };
    return { status: openStatus(kind, taken <= until, chance), outcome: null, endedAt: null, answeredAt };
  }
}

function openStatus(kind: Kind, taken: boolean, chance: Chance): Status {
  if (kind !== 'IDEA') return taken ? 'IN_PROGRESS' : 'FORWARDED';
  return chance.weighted([
    ['PUBLISHED', 60],
    ['UNDER_REVIEW', 25],
    ['ACCEPTED', 15],
  ]);
}

function outcomeOf(kind: Kind, neighbour: boolean, chance: Chance): Outcome {
  if (kind === 'QUESTION') return 'ANSWERED';
  if (kind === 'IDEA') return chance.weighted(IDEA_OUTCOMES);
  return neighbour && chance.happens(JOINED) ? 'DUPLICATE' : chance.weighted(PROBLEM_OUTCOMES);
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
