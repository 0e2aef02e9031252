import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from './link.tsx';

export type SummaryRow = {
  term: string;
  value: ReactNode;
  /** Where to change it, and what it is, for those who hear the link alone ("Zmień: opis"). */
  change?: { href: string; what: string };
};

/** Question and answer in rows: check your answers, facts of a case. */
export function SummaryList({ rows, className = 'summary' }: { rows: SummaryRow[]; className?: string }) {
  const t = useTranslations('common');
  return (
    <dl className={className}>
      {rows.map(({ term, value, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {change && (
            <dd className="act">
              <Link href={change.href}>
                {t('change')}
                <span className="sr">: {change.what}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
