import { type Desk, QUEUE_SORTS, type QueueFilter, type QueueSort, type QueueTab } from '../staff-dto.ts';
import { CHANNELS, STATUSES } from '../words.ts';
import { tabsOf } from './staff-desk.ts';

type Query = Record<string, string | string[] | undefined>;

const LONGEST_SEARCH = 200;
/** Lists of what is over have no term to sort by. */
const WITHOUT_TERM: readonly QueueTab[] = ['waiting', 'ended', 'all'];

/** Reads a staff list's filter from the address. What cannot be read is left out: an old link still shows a list. */
export function readQueueFilter(query: Query, desk: Desk): QueueFilter {
  const tabs = tabsOf(desk);
  const q = one(query.q).trim().slice(0, LONGEST_SEARCH);
  // A search that names no list looks into all of them.
  const tab = oneOf(tabs, query.tab) ?? (q === '' ? tabs[0] : null) ?? 'all';
  const district = Number(one(query.district));
  return {
    tab,
    q,
    category: code(query.category),
    district: Number.isInteger(district) && district > 0 && district < 100 ? district : null,
    department: code(query.department),
    status: oneOf(STATUSES, query.status),
    channel: oneOf(CHANNELS, query.channel),
    overdue: one(query.overdue) === '1',
    findings: one(query.findings) === '1',
    unreleased: one(query.unreleased) === '1',
    sort: oneOf(QUEUE_SORTS, query.sort) ?? defaultSort(tab),
  };
}

/** By what a list is sorted unless told otherwise. */
function defaultSort(tab: QueueTab): QueueSort {
  return WITHOUT_TERM.includes(tab) ? 'changed' : 'due';
}

/** The same filter as an address's query, without what goes without saying. */
export function queueQuery(filter: QueueFilter, change: Partial<QueueFilter> = {}): string {
  const all = { ...filter, ...change };
  const query = new URLSearchParams({ tab: all.tab });
  const texts = { q: all.q, category: all.category, department: all.department };
  for (const [name, value] of Object.entries(texts)) if (value !== '') query.set(name, value);
  const choices = { district: all.district, status: all.status, channel: all.channel };
  for (const [name, value] of Object.entries(choices)) if (value !== null) query.set(name, String(value));
  for (const name of ['overdue', 'findings', 'unreleased'] as const) if (all[name]) query.set(name, '1');
  if (all.sort !== defaultSort(all.tab)) query.set('sort', all.sort);
  return query.toString();
}

/** How many of the narrowing filters are set; search and sort are not among them. */
export function narrowing(filter: QueueFilter): number {
  const { category, department, district, status, channel, overdue, findings, unreleased } = filter;
  return [category, department, district, status, channel, overdue, findings, unreleased].filter(Boolean)
    .length;
}

function one(value: string | string[] | undefined): string {
  return ([value].flat()[0] ?? '').slice(0, 500);
}

function code(value: string | string[] | undefined): string {
  const text = one(value);
  return /^[A-Za-z0-9-]{1,60}$/.test(text) ? text : '';
}

function oneOf<T extends string>(values: readonly T[], value: string | string[] | undefined): T | null {
  return values.find((known) => known === one(value)) ?? null;
}
