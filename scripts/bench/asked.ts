import { ANONYMOUS } from '#lib/access/actor.ts';
import { readListFilter } from '#lib/submissions/list-filter.ts';
import { mapData } from '#lib/submissions/queries/map-data.ts';
import { publicList } from '#lib/submissions/queries/public-list.ts';

/** The queries whose statements are also asked over bare node http, by the name of their row. */
export const ASKED: Record<string, () => Promise<unknown>> = {
  list: () => publicList(ANONYMOUS, readListFilter({}), {}, 'pl'),
  map: () =>
    mapData(ANONYMOUS, { filter: readListFilter({}), bbox: [19.79, 49.96, 20.22, 50.13], zoom: 11 }, 'pl'),
};
