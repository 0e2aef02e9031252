import { dueDates } from '#lib/submissions/due-dates.ts';
import type { ImportedCase } from '#lib/submissions/imported.ts';
import type { Kind, Outcome, Status } from '#lib/submissions/words.ts';
import { readCategories } from '#prisma/seed/files.ts';
import { inOffice } from './calendar.ts';
import type { Chance } from './chance.ts';
import { type CategoryFigures, IDEA_OUTCOMES, JOINED, LATE, UNREPAIRED, WITHDRAWN } from './figures.ts';
import { Shares } from './shares.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Of what came in last so much has not been read yet. */
const UNREAD = 0.3;
/** A department takes what it gets within so many days. */
const TAKEN_WITHIN = 2;
/** These work at night too. */
const ALWAYS_OPEN = new Set(['MPO', 'WMK', 'SM', 'MPEC', 'MPK']);
const INFOLINE = 'KCK';
/** What the infoline answers for, and others do. */
const DONE_BY: Record<string, string> = { graffiti: 'MPO', dostepnosc: 'ZDMK' };

type State = Pick<ImportedCase, 'status' | 'outcome' | 'endedAt' | 'answeredAt'>;

/** When a made-up case was first answered, and how and when it ended, as far as that lies in the past. */
export class Progress {
  readonly #categories = new Map(readCategories().map((one) => [one.code, one]));
  readonly #shares: Shares;
  readonly #until: Date;

  constructor(seed: string, until: Date) {
    this.#shares = new Shares(seed);
    this.#until = until;
  }

  departmentOf(category: string): string | null {
    const code = DONE_BY[category] ?? this.#categories.get(category)?.department ?? null;
    return code === INFOLINE ? null : code;
  }

  of(kind: Kind, figures: CategoryFigures, receivedAt: Date, neighbour: boolean, chance: Chance): State {
    const early = earlyEnd(kind, neighbour, chance);
    const days = chance.duration(early ? 0.5 : figures.median);
    const always = ALWAYS_OPEN.has(this.departmentOf(figures.code) ?? '');
    const later = (wait: number) => {
      const at = new Date(receivedAt.getTime() + wait * DAY_MS + MINUTE_MS);
      return always ? at : inOffice(at, chance);
    };
    const answeredAt = this.#answer(receivedAt, later(Math.min(0.3 * days, 0.8)), chance);
    const taken = later(Math.min(0.5 * days, TAKEN_WITHIN));
    const planned = Math.max(later(days).getTime(), answeredAt.getTime() + MINUTE_MS);
    if (answeredAt > this.#until)
      return { status: 'RECEIVED', outcome: null, endedAt: null, answeredAt: null };
    const endedAt = this.#inTime(figures.code, receivedAt, answeredAt, new Date(planned), chance);
    if (endedAt > this.#until) {
      return {
        status: openStatus(kind, taken <= this.#until, chance),
        outcome: null,
        endedAt: null,
        answeredAt,
      };
    }
    const outcome = early ?? this.#outcomeOf(kind, endedAt, chance);
    this.#shares.count(kind, outcome, endedAt);
    return { status: 'CLOSED', outcome, endedAt, answeredAt };
  }

  /** What waits for an answer this morning is little: most of it was read the evening before. */
  #answer(receivedAt: Date, planned: Date, chance: Chance): Date {
    if (planned <= this.#until || chance.happens(UNREAD)) return planned;
    const passed = this.#until.getTime() - receivedAt.getTime();
    return new Date(receivedAt.getTime() + passed * (0.2 + 0.7 * chance.next()));
  }

  /** Long things are late now and then; most of what would be late today was ended before its day. */
  #inTime(code: string, receivedAt: Date, answeredAt: Date, planned: Date, chance: Chance): Date {
    const category = this.#categories.get(code);
    if (planned <= this.#until || !category) return planned;
    const { fixDue } = dueDates(receivedAt, category);
    if (!fixDue || fixDue > this.#until || chance.happens(LATE)) return planned;
    const from = answeredAt.getTime() + MINUTE_MS;
    return new Date(from + Math.max(0, fixDue.getTime() - from) * (0.4 + 0.6 * chance.next()));
  }

  #outcomeOf(kind: Kind, endedAt: Date, chance: Chance): Outcome {
    if (kind === 'QUESTION') return 'ANSWERED';
    if (kind === 'IDEA') return chance.weighted(IDEA_OUTCOMES);
    return this.#shares.next(endedAt, chance) ? 'FIXED' : chance.weighted(UNREPAIRED);
  }
}

/** What is said twice or taken back ends soon, and is not decided. */
function earlyEnd(kind: Kind, neighbour: boolean, chance: Chance): Outcome | null {
  if (kind !== 'PROBLEM') return null;
  if (neighbour && chance.happens(JOINED)) return 'DUPLICATE';
  return chance.happens(WITHDRAWN) ? 'WITHDRAWN' : null;
}

function openStatus(kind: Kind, taken: boolean, chance: Chance): Status {
  if (kind !== 'IDEA') return taken ? 'IN_PROGRESS' : 'FORWARDED';
  return chance.weighted([
    ['PUBLISHED', 60],
    ['UNDER_REVIEW', 25],
    ['ACCEPTED', 15],
  ]);
}
