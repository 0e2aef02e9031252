import { useLocale, useTranslations } from 'next-intl';
import { caseTitle } from '#components/resident/case-title.ts';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { Select } from '#components/ui/text-input.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import type { IdeaItem } from '#lib/submissions/dto.ts';
import { SupportBar } from './support-bar.tsx';

const VIEWS = ['supported', 'newest', 'accepted', 'done'] as const;

type IdeaViewsProps = { current: string; href: (view: string) => string };

/** Four ways to look at the ideas, each an address of its own. */
export function IdeaViews({ current, href }: IdeaViewsProps) {
  const t = useTranslations('ideas.list');
  return (
    <nav aria-label={t('views')}>
      <ul className="idea-views list-plain">
        {VIEWS.map((view) => (
          <li key={view}>
            <Link href={href(view)} aria-current={view === current ? 'page' : undefined}>
              {t(`view.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type IdeaFiltersProps = {
  view: string;
  values: { category?: string; district?: string };
  categories: { code: string; name: string }[];
  districts: { number: number; roman: string; name: string }[];
};

/** The filter is a GET form: its answers are the address. */
export function IdeaFilters({ view, values, categories, districts }: IdeaFiltersProps) {
  const t = useTranslations('ideas.list');
  return (
    <form className="filters" action={localePath(useLocale(), '/pomysly')} aria-label={t('filter')}>
      {view !== 'supported' && <input type="hidden" name="view" value={view} />}
      <Select name="category" label={t('category')} defaultValue={values.category ?? ''}>
        <option value="">{t('all')}</option>
        {categories.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="district" label={t('district')} defaultValue={values.district ?? ''}>
        <option value="">{t('wholeCity')}</option>
        {districts.map(({ number, roman, name }) => (
          <option key={number} value={number}>
            {roman} {name}
          </option>
        ))}
      </Select>
      <Button look="quiet">{t('show')}</Button>
    </form>
  );
}

const EXCERPT = 200;

export function IdeaCards({ items }: { items: IdeaItem[] }) {
  return (
    <ol className="list-plain">
      {items.map((item) => (
        <IdeaCard key={item.reference} item={item} />
      ))}
    </ol>
  );
}

/** One idea in the list: what it is called, how far it is, how many are behind it. */
function IdeaCard({ item }: { item: IdeaItem }) {
  const list = useTranslations('list');
  const text = item.text ?? '';
  return (
    <li className="idea-i">
      <div>
        <h3>
          <Link href={`/zgloszenia/${item.reference}`} lang={item.title ? item.textLocale : undefined}>
            {caseTitle(item, list)}
          </Link>
        </h3>
        <p className="case-s">
          <StatusBadge {...item} />
          <span className="meta">
            {[item.category.name, item.district && `${item.district.roman}\u00a0${item.district.name}`]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        <p lang={item.textLocale}>
          {text.length > EXCERPT ? `${text.slice(0, text.lastIndexOf(' ', EXCERPT))}…` : text}
        </p>
      </div>
      <IdeaCount item={item} />
    </li>
  );
}

/** How many are behind it, and how many it needs while it gathers them. */
function IdeaCount({ item: { supportCount, threshold, status } }: { item: IdeaItem }) {
  const t = useTranslations('ideas.box');
  if (supportCount === 0 && status !== 'PUBLISHED') return null;
  return (
    <div className="idea-n">
      <p>{t.rich('count', { count: supportCount, b: (words) => <strong>{words}</strong> })}</p>
      {status === 'PUBLISHED' && (
        <>
          <SupportBar count={supportCount} threshold={threshold} />
          <p className="meta">{t(supportCount >= threshold ? 'enough' : 'needs', { threshold })}</p>
        </>
      )}
    </div>
  );
}
