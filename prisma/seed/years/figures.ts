import type { Outcome } from '#lib/submissions/words.ts';

/**
 * What a year of a contact centre looks like, in figures: how much comes in when, about what, where, how long it takes
 * and how it ends. The totals are those of 30 000 cases from 2023 to 2026; they are scaled to what is wished.
 */
export const YEAR_TOTALS: Record<number, number> = { 2023: 3000, 2024: 4700, 2025: 9500, 2026: 11_100 };
export const BEFORE = 2500;
export const AFTER = 12_000;

/** Problems and ideas of each month of 2025, which other years follow. */
export const MONTHS: readonly number[] = [700, 690, 886, 815, 850, 815, 790, 745, 805, 830, 800, 774];
/** What the city told of one month: problems, ideas, and of a hundred decided cases so many successful. */
export const TOLD = { month: '2025-03', problems: 825, ideas: 61, share: 0.88 };
/** Of the problems and ideas. */
export const IDEAS = TOLD.ideas / (TOLD.problems + TOLD.ideas);
/** Beside them. */
export const QUESTIONS = 0.06;

/** Of 100 000 residents, for each district; the old town is also everybody's. */
export const DISTRICT_WEIGHTS: readonly number[] = [
  42, 32, 48, 76, 29, 25, 22, 67, 16, 30, 54, 63, 43, 33, 51, 41, 20, 48,
];

/** By hour from midnight, and by day from Sunday. */
export const HOURS: readonly number[] = [
  2, 1, 1, 1, 1, 3, 10, 25, 48, 60, 62, 58, 52, 50, 48, 46, 44, 42, 38, 34, 30, 24, 14, 6,
];
export const WEEKDAYS: readonly number[] = [48, 110, 108, 104, 102, 96, 56];

type Season = readonly number[];
const WINTER: Season = [10, 8, 2, 0.1, 0, 0, 0, 0, 0, 0.1, 2, 7];
const AFTER_WINTER: Season = [1.2, 1.7, 2.2, 1.6, 0.9, 0.6, 0.5, 0.5, 0.6, 0.7, 0.7, 0.8];
const GROWTH: Season = [0, 0, 0.1, 0.9, 3.2, 2.8, 1.9, 1.5, 1, 0.3, 0, 0];
const LEAVES: Season = [0.2, 0, 0, 0, 0, 0, 0, 0.1, 0.8, 4.5, 5, 1.3];
const STORMS: Season = [0.9, 1.1, 0.9, 0.6, 1, 1.8, 2.1, 1.6, 0.7, 0.7, 0.6, 0.6];
const DARKNESS: Season = [1.7, 1.4, 1, 0.7, 0.5, 0.4, 0.5, 0.7, 1, 1.4, 1.7, 1.8];
const WARM: Season = [0.3, 0.4, 0.9, 1.3, 1.6, 1.6, 1.5, 1.3, 1.2, 0.9, 0.5, 0.3];
const SMOKE: Season = [2.4, 2.2, 1.4, 0.6, 0.2, 0.1, 0.1, 0.1, 0.4, 1.3, 2, 2.3];
const RAIN: Season = [0.5, 0.6, 0.8, 0.9, 1.3, 1.6, 1.8, 1.3, 1, 1, 0.8, 0.6];

/** A category: how often in an ordinary month, in which season more, and after how many days half of it is done. */
export type CategoryFigures = { code: string; weight: number; season?: Season; median: number };

export const PROBLEMS: readonly CategoryFigures[] = [
  { code: 'drzewo', weight: 10, season: WARM, median: 32 },
  { code: 'koszenie', weight: 8, season: GROWTH, median: 9 },
  { code: 'zieleniec', weight: 6, season: WARM, median: 20 },
  { code: 'liscie', weight: 2.5, season: LEAVES, median: 7 },
  { code: 'zwalone-drzewo', weight: 2.5, season: STORMS, median: 0.8 },
  { code: 'dziura-w-jezdni', weight: 9, season: AFTER_WINTER, median: 6 },
  { code: 'chodnik', weight: 6, median: 24 },
  { code: 'oswietlenie', weight: 6.5, season: DARKNESS, median: 3.5 },
  { code: 'znak', weight: 4, median: 8 },
  { code: 'droga-rowerowa', weight: 2, season: WARM, median: 20 },
  { code: 'sygnalizacja', weight: 1.5, median: 1 },
  { code: 'zapadniecie', weight: 1, season: AFTER_WINTER, median: 1.2 },
  { code: 'dostepnosc', weight: 1, median: 52 },
  { code: 'kosz', weight: 4, season: WARM, median: 0.9 },
  { code: 'dzikie-wysypisko', weight: 4, season: WARM, median: 6 },
  { code: 'nieodebrane-odpady', weight: 4, median: 1.2 },
  { code: 'zanieczyszczona-ulica', weight: 4, season: AFTER_WINTER, median: 2 },
  { code: 'snieg', weight: 2.4, season: WINTER, median: 0.7 },
  { code: 'graffiti', weight: 2, median: 21 },
  { code: 'parkowanie', weight: 6, median: 0.9 },
  { code: 'wrak', weight: 2, median: 45 },
  { code: 'przystanek', weight: 2, median: 9 },
  { code: 'pojazd-mpk', weight: 1.5, median: 11 },
  { code: 'bilety', weight: 1, median: 12 },
  { code: 'kratka', weight: 2, season: RAIN, median: 5 },
  { code: 'wlaz', weight: 0.8, median: 0.8 },
  { code: 'awaria-wody', weight: 1, median: 0.7 },
  { code: 'plac-zabaw', weight: 2, season: WARM, median: 4 },
  { code: 'lawka', weight: 1.5, season: WARM, median: 14 },
  { code: 'boisko', weight: 0.7, season: WARM, median: 17 },
  { code: 'spalanie', weight: 1.5, season: SMOKE, median: 0.8 },
  { code: 'halas-porzadek', weight: 1, season: WARM, median: 1.2 },
  { code: 'halas-urzadzenia', weight: 0.6, season: WARM, median: 38 },
  { code: 'zwierzeta', weight: 1.2, season: WARM, median: 1.1 },
  { code: 'budynek-komunalny', weight: 1, median: 27 },
  { code: 'ogrzewanie', weight: 0.6, season: SMOKE, median: 1.4 },
  { code: 'cmentarz', weight: 0.4, median: 16 },
  { code: 'inwestycja', weight: 1.2, season: WARM, median: 64 },
  { code: 'inny-problem', weight: 1.5, median: 1.2 },
];

export const IDEA_CATEGORIES: readonly CategoryFigures[] = [
  { code: 'pomysl-zielen', weight: 30, median: 95 },
  { code: 'pomysl-transport', weight: 32, median: 143 },
  { code: 'pomysl-rekreacja', weight: 20, median: 110 },
  { code: 'pomysl-kultura', weight: 8, median: 80 },
  { code: 'pomysl-inny', weight: 10, median: 60 },
];

export const QUESTION_CATEGORIES: readonly CategoryFigures[] = [
  { code: 'pytanie-dokumenty', weight: 26, median: 1 },
  { code: 'pytanie-swiadczenia', weight: 14, median: 1.6 },
  { code: 'pytanie-usc', weight: 12, median: 1.1 },
  { code: 'pytanie-pojazdy', weight: 16, median: 1.2 },
  { code: 'pytanie-praca', weight: 6, median: 1.5 },
  { code: 'pytanie-seniorzy', weight: 10, median: 1.3 },
  { code: 'pytanie-inne', weight: 16, median: 0.8 },
];

/** So many are about what somebody else nearby has just reported; of those so many are ended as the same. */
export const NEIGHBOURS = 0.22;
export const JOINED = 0.45;

/** How often a problem is taken back, and how the others end that are not repaired. */
export const WITHDRAWN = 0.008;
export const UNREPAIRED: readonly (readonly [Outcome, number])[] = [
  ['ANSWERED', 3.6],
  ['NO_FAULT_FOUND', 2.8],
  ['OUTSIDE_CITY', 2.6],
  ['DECLINED', 1.7],
];
/** The shares of successful cases of the other months lie around these, a little better each year. */
export const SHARES: readonly [from: number, to: number] = [0.85, 0.91];
/** Of the cases that would be late today so many are; the others were ended in time. */
export const LATE = 0.12;
export const IDEA_OUTCOMES: readonly (readonly [Outcome, number])[] = [
  ['IMPLEMENTED', 34],
  ['DECLINED', 66],
];

export const LANGUAGES: readonly (readonly ['pl' | 'en' | 'uk', number])[] = [
  ['pl', 93],
  ['en', 3.5],
  ['uk', 3.5],
];
