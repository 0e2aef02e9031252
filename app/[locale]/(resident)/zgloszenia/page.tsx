import { TrayIcon } from '@phosphor-icons/react/ssr';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { CaseItem } from '#components/resident/case-item.tsx';
import { type FilterChoices, type FilterValues, ListFilters } from '#components/resident/list-filters.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Main } from '#components/ui/page.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { listCategories, listDepartments, listDistricts } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { readCursor, readListFilter } from '#lib/submissions/list-filter.ts';
import { publicList } from '#lib/submissions/queries/public-list.ts';

type Query = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Query> };

export const generateMetadata = guardedMetadata(async (): Promise<Metadata> => {
  const t = await getTranslations('list');
  return { title: t('title'), description: t('lead') };
});

export default guarded(async function ListPage({ searchParams }: Props) {
  const query = await searchParams;
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations('list');
  const turn = { after: readCursor(query.after), before: readCursor(query.before) };
  const [page, choices] = await Promise.all([
    publicList(ANONYMOUS, readListFilter(query), turn, locale),
    filterChoices(locale),
  ]);
  return (
    <Main className="wrap lm">
      <div className="lm-h">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <ListFilters values={shownValues(query)} choices={choices} />
      </div>
      <section aria-labelledby="list-count" className="lm-one">
        <div className="lm-c">
          <h2 id="list-count">{t(page.count.more ? 'countMore' : 'count', { count: page.count.shown })}</h2>
          <p className="meta">{t('order')}</p>
        </div>
        {page.items.length === 0 ? (
          <NothingFound title={t('empty.title')} text={t('empty.text')} action={t('empty.action')} />
        ) : (
          <ol className="cases list-plain">
            {page.items.map((item) => (
              <CaseItem key={item.reference} item={item} />
            ))}
          </ol>
        )}
        <Pager
          label={t('pages')}
          previous={page.previous && address(query, 'before', page.previous)}
          next={page.next && address(query, 'after', page.next)}
        />
      </section>
    </Main>
  );
});

async function filterChoices(locale: Locale): Promise<FilterChoices> {
  const [groups, departments, districts] = await Promise.all([
    listCategories('PROBLEM', locale),
    listDepartments(locale),
    listDistricts(),
  ]);
  const categories = groups.flatMap((group) =>
    group.categories.map(({ code, name }) => ({ code, name, group: group.name })),
  );
  return { categories, departments, districts };
}

function NothingFound({ title, text, action }: { title: string; text: string; action: string }) {
  return (
    <EmptyState
      title={title}
      level={3}
      action={
        <LinkButton look="quiet" href="/zglos/problem">
          <Icon of={TrayIcon} />
          {action}
        </LinkButton>
      }
    >
      <p>{text}</p>
    </EmptyState>
  );
}

const NAMES = ['q', 'status', 'category', 'department', 'district', 'from', 'to'] as const;

/** The first value of each filter: the form shows one choice each, the address may hold several. */
function shownValues(query: Query): FilterValues {
  return Object.fromEntries(
    NAMES.flatMap((name) => ([query[name]].flat()[0] ? [[name, [query[name]].flat()[0]]] : [])),
  );
}

/** The same list, turned one page. */
function address(query: Query, direction: 'before' | 'after', cursor: string): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (name === 'before' || name === 'after') continue;
    for (const item of [value].flat()) if (item) params.append(name, item);
  }
  params.set(direction, cursor);
  return `/zgloszenia?${params}`;
}
