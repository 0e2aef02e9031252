import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Main } from '#components/ui/page.tsx';

/** For an account that works with no cases: says so, and what there is. */
export function NoDesk() {
  const t = useTranslations('staff.administrator');
  return (
    <Main className="wrap page stack">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p>
        <Link href="/staff/haslo">{t('password')}</Link>
      </p>
    </Main>
  );
}
