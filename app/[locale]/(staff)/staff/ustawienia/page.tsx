import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { SectionList } from '#components/staff/admin/section-list.tsx';
import { Main } from '#components/ui/page.tsx';
import { AppError } from '#lib/platform/errors.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';
import { adminSections } from '#lib/staff/sections.ts';

export const generateMetadata = guardedMetadata(async (): Promise<Metadata> => {
  const t = await getTranslations('admin');
  return { title: t('title') };
});

/** The way to everything that this person may administer. */
export default guarded(async function AdministrationPage() {
  const sections = adminSections(await getStaffActor());
  if (sections.length === 0) throw new AppError('FORBIDDEN');
  const t = await getTranslations('admin');
  return (
    <Main className="wrap page stack">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <SectionList sections={sections} />
    </Main>
  );
});
