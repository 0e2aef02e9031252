import { ArrowLeftIcon, ArrowRightIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LinkButton } from './button.tsx';
import { Icon } from './icon.tsx';

type PagerProps = {
  label: string;
  previous?: string | null;
  next?: string | null;
  summary?: ReactNode;
  id?: string;
};

/** Previous and next by key, never by number: a page stays the same however deep it is. */
export function Pager({ label, previous, next, summary, id }: PagerProps) {
  const t = useTranslations('common');
  if (!previous && !next && !summary) return null;
  return (
    <nav className="pager" id={id} aria-label={label}>
      {previous && (
        <LinkButton look="quiet" href={previous} rel="prev">
          <Icon of={ArrowLeftIcon} weight="bold" />
          {t('previous')}
        </LinkButton>
      )}
      {summary && <span className="meta">{summary}</span>}
      {next && (
        <LinkButton look="quiet" href={next} rel="next">
          {t('next')}
          <Icon of={ArrowRightIcon} weight="bold" />
        </LinkButton>
      )}
    </nav>
  );
}
