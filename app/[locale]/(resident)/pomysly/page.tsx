import { LightbulbIcon } from '@phosphor-icons/react/ssr';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { IdeaCards, IdeaFilters, IdeaViews } from '#components/resident/ideas/idea-list.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Main } from '#components/ui/page.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { listCategories, listDistricts } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { type IdeaFilter, readIdeaFilter, readMark } from '#lib/submissions/idea-filter.ts';
import { ideaList } from '#lib/submissions/queries/idea-list.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = guardedMetadata(async (): Promise<Metadata> => {
  const t = await getTranslations('ideas.list');
  return { title: t('title'), description: t('lead') };
});

export default guarded(async function IdeasPage({ searchParams }: Props) {
  const query = await searchParams;
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations('ideas.list');
  const filter = readIdeaFilter(query);
  const turn = { after: readMark(query.after), before: readMark(query.before) };
  const [page, groups, districts] = await Promise.all([
    ideaList(ANONYMOUS, filter, turn, locale),
    listCategories('IDEA', locale),
    listDistricts(locale),
  ]);
  return (
    <Main className="wrap ideas">
      <Heading title={t('title')} lead={t('lead')} share={t('share')} />
      <IdeaViews current={filter.view} href={(view) => address({ ...filter, view })} />
      <IdeaFilters
        view={filter.view}
        values={{ category: filter.category, district: filter.district?.toString() }}
        categories={groups.flatMap((group) => group.categories)}
        districts={districts}
      />
      <section aria-labelledby="ideas-list">
        <h2 className="sr" id="ideas-list">
          {t(`view.${filter.view}`)}
        </h2>
        {page.items.length === 0 ? (
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        ) : (
          <IdeaCards items={page.items} />
        )}
        <Pager
          label={t('pages')}
          previous={page.previous && address(filter, { before: page.previous })}
          next={page.next && address(filter, { after: page.next })}
        />
      </section>
    </Main>
  );
});

function Heading({ title, lead, share }: Record<'title' | 'lead' | 'share', string>) {
  return (
    <div className="ideas-h">
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <p>
        <LinkButton href="/zglos/pomysl">
          <Icon of={LightbulbIcon} />
          {share}
        </LinkButton>
      </p>
    </div>
  );
}

/** The same list by another view, or turned one page. */
function address(
  { view, category, district }: Omit<IdeaFilter, 'view'> & { view: string },
  turn: Record<string, string> = {},
): string {
  const params = new URLSearchParams({
    ...(view !== 'supported' && { view }),
    ...(category && { category }),
    ...(district && { district: String(district) }),
    ...turn,
  });
  const text = params.toString();
  return text ? `/pomysly?${text}` : '/pomysly';
}
