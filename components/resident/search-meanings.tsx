import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';

type SearchMeaningsProps = {
  /** What is shown because no report has the words that were typed. */
  instead: string | null;
  meanings: { name: string; href: string }[];
};

/** What the typed words may also mean; a kind of case is found in any language, the words of a report only in its own. */
export function SearchMeanings({ instead, meanings }: SearchMeaningsProps) {
  const t = useTranslations('list.meanings');
  return (
    <>
      {instead && <p role="status">{t('instead', { name: instead })}</p>}
      {meanings.length > 0 && (
        <p className="row meta">
          {t('title')}
          {meanings.map(({ name, href }) => (
            <Link key={href} href={href}>
              {name}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}
