import type { FilterValues } from '#components/resident/list-filters.tsx';

export type Query = Record<string, string | string[] | undefined>;

const NAMES = ['q', 'kind', 'status', 'category', 'department', 'district', 'from', 'to'] as const;

export const firstOf = (value: string | string[] | undefined) => [value].flat()[0];

/** The first value of each filter: the form shows one choice each, the address may hold several. */
export function shownValues(query: Query): FilterValues {
  return Object.fromEntries(
    NAMES.flatMap((name) => (firstOf(query[name]) ? [[name, firstOf(query[name])]] : [])),
  );
}

/** The filter as it stands in the address, and more; without the page, and without the area unless it is kept. */
export function asked(query: Query, more: [string, string][], keepArea = false): string {
  const names = keepArea ? [...NAMES, 'bbox'] : NAMES;
  const values = names.flatMap((name) =>
    [query[name]].flat().flatMap((value) => (value ? [[name, value]] : [])),
  );
  return new URLSearchParams([...values, ...more]).toString();
}

export function address(search: string): string {
  return search ? `/zgloszenia?${search}` : '/zgloszenia';
}
