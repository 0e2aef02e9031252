import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Main } from '#components/ui/page.tsx';
import type { AdminSection } from '#lib/staff/section-dto.ts';
import { SectionList } from './admin/section-list.tsx';

/** For an account that works with no cases: says so, and leads to what it does work with. */
export function NoDesk({ sections }: { sections: AdminSection[] }) {
  const t = useTranslations('staff.administrator');
  return (
    <Main className="wrap page stack">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <SectionList sections={sections} />
      <p>
        <Link href="/staff/haslo">{t('password')}</Link>
      </p>
    </Main>
  );
}
