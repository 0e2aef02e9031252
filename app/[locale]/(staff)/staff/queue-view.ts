import type { QueueTabItem } from '#components/staff/queue-tabs.tsx';
import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { listCategories, listDepartments, listDistricts } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { staffCounts } from '#lib/submissions/queries/staff-counts.ts';
import { deskOf, tabsOf } from '#lib/submissions/queries/staff-desk.ts';
import { narrowing, queueQuery } from '#lib/submissions/queries/staff-filter.ts';
import { staffQueue } from '#lib/submissions/queries/staff-queue.ts';
import { OVERSIGHT_TABS, OWN_TABS, type QueueFilter } from '#lib/submissions/staff-dto.ts';

export type PageQuery = Record<string, string | string[] | undefined>;

/** A path kept in a form must stay short: a long search is left out of it. */
const LONGEST_LIST = 300;

/** Everything that a list's page shows. */
export async function queueView(actor: StaffActor, filter: QueueFilter, query: PageQuery, locale: Locale) {
  const [page, counts, options] = await Promise.all([
    staffQueue(actor, filter, { after: query.after, before: query.before }, locale),
    staffCounts(actor),
    filterOptions(locale),
  ]);
  const desk = deskOf(actor);
  const here = queueQuery(filter);
  const own = can(actor, 'desk.triage') || can(actor, 'desk.department');
  const lists = tabsOf(desk).filter(
    (tab) => (own || !OWN_TABS.includes(tab)) && (tab === filter.tab || !OVERSIGHT_TABS.includes(tab)),
  );
  const tabs: QueueTabItem[] = lists.map((tab) => ({
    tab,
    href: `/staff?tab=${tab}`,
    current: tab === filter.tab,
    count: counts[tab],
  }));
  return {
    desk,
    filter,
    page,
    counts,
    tabs,
    options,
    set: narrowing(filter),
    today: cityDay(now()),
    list: listContext(filter, query),
    pages: {
      previous: page.previous && `/staff?${here}&before=${page.previous}`,
      next: page.next && `/staff?${here}&after=${page.next}`,
    },
  };
}

export type QueueView = Awaited<ReturnType<typeof queueView>>;

async function filterOptions(locale: Locale) {
  const [problems, ideas, questions, districts, departments] = await Promise.all([
    listCategories('PROBLEM', locale),
    listCategories('IDEA', locale),
    listCategories('QUESTION', locale),
    listDistricts(locale),
    listDepartments(locale),
  ]);
  return { categories: [...problems, ...ideas, ...questions], districts, departments };
}

/** The list and the place in it as a query: what a case page needs to come back to the same spot. */
export function listContext(filter: QueueFilter, query: PageQuery): string {
  const turn = ['after', 'before'].flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' && /^[\w-]{1,120}$/.test(value) ? [`${name}=${value}`] : [];
  });
  const whole = [queueQuery(filter), ...turn].join('&');
  return whole.length <= LONGEST_LIST
    ? whole
    : [queueQuery(filter, { q: '' }), ...turn].join('&').slice(0, LONGEST_LIST);
}
