import type { StatisticsKind } from './words.ts';

/** What is counted for a period. Days are calendar days; null where too few cases were decided to say it. */
export type Figures = {
  filed: number;
  ended: number;
  decided: number;
  successful: number;
  /** Successful of decided, 0–1. */
  share: number | null;
  /** Half of the decided cases took at most this many days; eight in ten at most `p80`. */
  median: number | null;
  p80: number | null;
};

export type Row = Figures & { key: string; name: string };

export type PeriodStatistics = {
  period: string;
  kind: StatisticsKind;
  /** It is not over yet. */
  running: boolean;
  /** For the chosen kind. */
  total: Figures;
  byKind: Record<'PROBLEM' | 'IDEA' | 'QUESTION', Figures>;
  byDepartment: Row[];
  byDistrict: Row[];
  byCategory: Row[];
  calls: { outcome: string; calls: number }[];
  /** Thirteen months up to the period's end, oldest first. */
  trend: { period: string; running: boolean; filed: number; ended: number; share: number | null }[];
  /** Years and months there are figures of, newest first. */
  periods: string[];
  /** When the figures were last brought up to date, ISO 8601; null before the first time. */
  at: string | null;
};
