/** Answers a parent by IPC: runs the query of a name on the database of DATABASE_URL and says how long it took. */
import { ANONYMOUS, type StaffActor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { periodStatistics } from '#lib/statistics/queries/period.ts';
import { readListFilter } from '#lib/submissions/list-filter.ts';
import { mapData } from '#lib/submissions/queries/map-data.ts';
import { oversight } from '#lib/submissions/queries/oversight.ts';
import { publicCase } from '#lib/submissions/queries/public-case.ts';
import { publicList } from '#lib/submissions/queries/public-list.ts';
import { recentResults } from '#lib/submissions/queries/recent-results.ts';
import { similarNearby } from '#lib/submissions/queries/similar.ts';
import { staffCase } from '#lib/submissions/queries/staff-case.ts';
import { staffCounts } from '#lib/submissions/queries/staff-counts.ts';
import { readQueueFilter } from '#lib/submissions/queries/staff-filter.ts';
import { staffQueue } from '#lib/submissions/queries/staff-queue.ts';
import { staffSearch } from '#lib/submissions/queries/staff-search.ts';
import { deepCursor, deepPlace } from './deep.ts';
import { fileOne, insertFour } from './filing.ts';

export const CITY = [19.79, 49.96, 20.22, 50.13] as const;
const QUARTER = [19.93, 50.05, 19.95, 50.07] as const;

async function staff(email: string): Promise<StaffActor> {
  const { id, name, role, departmentCode } = await db.staffUser.findUniqueOrThrow({ where: { email } });
  return { type: 'staff', id, name, role, department: departmentCode };
}

const consultant = await staff('infolinia@kontakt.example');
const supervisor = await staff('kierownik@kontakt.example');
const officer = await staff('zdmk@kontakt.example');
const one = await db.submission.findFirstOrThrow({
  where: { kind: 'PROBLEM', status: 'CLOSED', departmentCode: 'ZDMK' },
  orderBy: { reference: 'desc' },
  select: { reference: true },
});

type Query = Record<string, string | string[]>;
const list = (query: Query) => () => publicList(ANONYMOUS, readListFilter(query), {}, 'pl');
const map =
  (query: Query, zoom: number, bbox: readonly [number, number, number, number] = CITY) =>
  () =>
    mapData(ANONYMOUS, { filter: readListFilter(query), bbox: [...bbox], zoom }, 'pl');
const triage = (query: Query) => () => staffQueue(consultant, readQueueFilter(query, 'triage'), {}, 'pl');
const desk = (query: Query) => () => staffQueue(officer, readQueueFilter(query, 'department'), {}, 'pl');
const search = (typed: string) => () =>
  staffSearch(consultant, { typed, turn: {}, locale: 'pl', requestId: 'bench' });

const QUERIES: Record<string, () => Promise<unknown>> = {
  'public list': list({}),
  'public list, one category': list({ category: 'oswietlenie' }),
  'public list, one district': list({ district: '4' }),
  'public list, open': list({ status: 'open' }),
  'public list, ideas of one category': list({ kind: 'IDEA', category: 'pomysl-zielen' }),
  'public list, dates': list({ from: '2024-05-01', to: '2024-05-31' }),
  'public list, a quarter': list({ bbox: QUARTER.join() }),
  'public list, a quarter, open': list({ bbox: QUARTER.join(), status: 'open' }),
  'public search, a common word': list({ q: 'latarnia' }),
  'public search, a street': list({ q: 'Karmelicka' }),
  'public search, two words': list({ q: 'dziura Wielicka' }),
  'public search, in vain': list({ q: 'zyrandol' }),
  'a public case': () => publicCase(ANONYMOUS, one.reference, 'pl'),
  'latest results': () => recentResults(ANONYMOUS, 3, 'pl'),
  'map, whole city': map({}, 11),
  'map, a quarter': map({}, 16, QUARTER),
  'map, one category': map({ category: 'oswietlenie' }, 11),
  'map, open': map({ status: 'open' }, 11),
  'map, free dates and a text': map({ from: '2024-01-10', to: '2025-10-20', q: 'latarnia' }, 11),
  'statistics of a month': () =>
    periodStatistics(ANONYMOUS, { period: '2025-03', kind: 'ALL', locale: 'pl' }),
  'queue of the infoline': triage({ tab: 'new' }),
  'queue of the infoline, in departments': triage({ tab: 'departments' }),
  'queue of the infoline, overdue': triage({ tab: 'overdue' }),
  'queue of the infoline, all': triage({ tab: 'all' }),
  'queue of the infoline, filtered': triage({ tab: 'all', category: 'drzewo', district: '8' }),
  'queue of the infoline, unreleased': triage({ tab: 'all', unreleased: '1' }),
  'queue of a department': desk({ tab: 'to-take' }),
  'queue of a department, ended': desk({ tab: 'ended' }),
  'desk of the supervisor': () => oversight(supervisor, 'pl'),
  'counts beside the queue': () => staffCounts(consultant),
  'staff search, a common word': search('latarnia'),
  'staff search, a street': search('Karmelicka'),
  'staff search, two words': search('dziura Wielicka'),
  'a case at the desk': () => staffCase(consultant, one.reference, 'pl'),
  'similar cases nearby': () =>
    similarNearby(consultant, {
      kind: 'PROBLEM',
      category: 'oswietlenie',
      text: 'Nie świeci latarnia',
      lat: 50.0617,
      lng: 19.9373,
      locale: 'pl',
    }),
  'public list, page 20 000': async () =>
    publicList(ANONYMOUS, readListFilter({}), { after: await deepCursor() }, 'pl'),
  'queue of the infoline, page 20 000': async () =>
    staffQueue(consultant, readQueueFilter({ tab: 'all' }, 'triage'), { after: await deepPlace() }, 'pl'),
  filing: fileOne,
  'four bare INSERTs': insertFour,
};

process.on('message', async (name: string) => {
  const query = QUERIES[name];
  if (!query) return process.send?.({ error: `no query "${name}"` });
  const began = performance.now();
  try {
    await query();
    process.send?.({ milliseconds: performance.now() - began });
  } catch (error) {
    process.send?.({ error: (error as Error).message });
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true, names: Object.keys(QUERIES) });
