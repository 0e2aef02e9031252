import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { SHORTEST_WORD, searchWords } from '#lib/submissions/search-words.ts';
import type { QueueFilter } from '#lib/submissions/staff-dto.ts';

/** What the list is searched for, and the way out of it. */
export function SearchNote({ filter }: { filter: QueueFilter }) {
  const t = useTranslations('staff.queue');
  if (filter.q === '') return null;
  const tooShort = searchWords(filter.q).every((word) => word.length < SHORTEST_WORD);
  return (
    <p className="row" role="status">
      <span>{tooShort ? t('tooShort') : t('search', { q: filter.q })}</span>
      <Link className="link-block" href="/staff">
        {t('endSearch')}
      </Link>
    </p>
  );
}
