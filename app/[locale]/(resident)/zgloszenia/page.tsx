import { TrayIcon } from '@phosphor-icons/react/ssr';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { CaseItem } from '#components/resident/case-item.tsx';
import { type FilterChoices, ListFilters } from '#components/resident/list-filters.tsx';
import { ListHead } from '#components/resident/list-head.tsx';
import { ListMap } from '#components/resident/list-map.tsx';
import { SearchMeanings } from '#components/resident/search-meanings.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Main } from '#components/ui/page.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { listCategories, listDepartments, listDistricts } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { areaOfDistricts } from '#lib/places/queries.ts';
import { env } from '#lib/platform/env.ts';
import type { PublicPage } from '#lib/submissions/dto.ts';
import { readCursor, readListFilter } from '#lib/submissions/list-filter.ts';
import { publicList } from '#lib/submissions/queries/public-list.ts';
import { address, asked, type Query, shownValues } from './list-query.ts';
import { type Meaning, meaningsOf } from './meanings.ts';

type Props = { searchParams: Promise<Query> };

export const generateMetadata = guardedMetadata(async (): Promise<Metadata> => {
  const t = await getTranslations('list');
  return { title: t('title'), description: t('lead') };
});

export default guarded(async function ListPage({ searchParams }: Props) {
  const query = await searchParams;
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations('list');
  const [found, choices] = await Promise.all([find(query, locale), filterChoices(locale)]);
  const { bbox: area, district } = readListFilter(query);
  const bbox = area?.join(',') ?? null;
  const home = await areaOfDistricts(district);
  return (
    <Main className="lm">
      <div className="wrap lm-h">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <ListFilters values={shownValues(query)} area={bbox} choices={choices} />
      </div>
      <div className="lm-g">
        <CityList {...found} inArea={bbox !== null} />
        <ListMap
          query={asked(found.query, [])}
          bbox={bbox}
          home={home}
          items={found.page.items}
          tiles={env.TILE_URL}
        />
      </div>
    </Main>
  );
});

type Found = {
  page: PublicPage;
  /** What was looked for in the end. */
  query: Query;
  meanings: Meaning[];
  /** The meaning that was taken, because no report has the words themselves. */
  instead: Meaning | null;
};

/** The reports asked for; where no report has the words, those that the words most likely mean. */
async function find(query: Query, locale: Locale): Promise<Found> {
  const turn = { after: readCursor(query.after), before: readCursor(query.before) };
  const list = (wanted: Query) => publicList(ANONYMOUS, readListFilter(wanted), turn, locale);
  const [page, meanings] = await Promise.all([list(query), meaningsOf(query, locale)]);
  const [likely, ...others] = meanings;
  if (!likely || page.count.shown > 0) return { page, query, meanings, instead: null };
  return { page: await list(likely.query), query: likely.query, meanings: others, instead: likely };
}

async function CityList({ page, query, meanings, instead, inArea }: Found & { inArea: boolean }) {
  const t = await getTranslations('list');
  const map = await getTranslations('browse');
  return (
    <section aria-labelledby="list-count" className="lm-l" id="lista" tabIndex={-1}>
      <ListHead {...page} wholeCity={inArea ? address(asked(query, [])) : null} />
      <SearchMeanings
        instead={instead?.name ?? null}
        meanings={meanings.map((each) => ({ name: each.name, href: address(asked(each.query, [], true)) }))}
      />
      <noscript>
        <p className="meta">{map('noScript')}</p>
      </noscript>
      <a className="skip-in" href="#strony">
        {map('skipList')}
      </a>
      {page.items.length === 0 ? (
        <NothingFound
          title={t('empty.title')}
          text={inArea ? map('emptyArea') : t('empty.text')}
          action={t('empty.action')}
        />
      ) : (
        <ol className="cases list-plain">
          {page.items.map((item, index) => (
            <CaseItem key={item.reference} item={item} number={index + 1} />
          ))}
        </ol>
      )}
      <div id="strony" tabIndex={-1}>
        <Pager
          label={t('pages')}
          previous={page.previous && address(asked(query, [['before', page.previous]], true))}
          next={page.next && address(asked(query, [['after', page.next]], true))}
        />
      </div>
    </section>
  );
}

async function filterChoices(locale: Locale): Promise<FilterChoices> {
  const [problems, ideas, departments, districts] = await Promise.all([
    listCategories('PROBLEM', locale),
    listCategories('IDEA', locale),
    listDepartments(locale),
    listDistricts(locale),
  ]);
  const categories = [...problems, ...ideas].flatMap((group) =>
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
