import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import type { FiledCase } from '#lib/filing/intake-dto.ts';

/** What was filed in this conversation so far. */
export function FiledList({ cases, current }: { cases: FiledCase[]; current?: string }) {
  const t = useTranslations('intake');
  if (cases.length === 0) return null;
  return (
    <section aria-labelledby="filed-title">
      <h2 className="h-s" id="filed-title">
        {t('filed', { count: cases.length })}
      </h2>
      <ol className="list-plain in-filed">
        {cases.map(({ reference, category, place, joined }) => (
          <li key={reference} aria-current={reference === current ? 'true' : undefined}>
            <Link href={joined ? `/zgloszenia/${reference}` : `/staff/zgloszenia/${reference}`}>
              {reference}
            </Link>{' '}
            {category}
            {place && `, ${place}`}
            {joined && <span className="meta"> {t('joinedMark')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
