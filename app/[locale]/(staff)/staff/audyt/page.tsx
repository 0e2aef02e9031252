import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { AuditFilters, AuditList } from '#components/staff/admin/audit-log.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { type AuditFilter, readAuditFilter } from '#lib/staff/audit-dto.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';
import { readAudit } from '#lib/staff/queries/audit-log.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = guardedMetadata(async (): Promise<Metadata> => {
  const t = await getTranslations('admin.sections.audit');
  return { title: t('title') };
});

/** The audit: views of personal data, sign-ins, changes of what is configured. */
export default guarded(async function AuditPage({ searchParams }: Props) {
  const actor = await getStaffActor();
  const filter = readAuditFilter(await searchParams);
  const [page, t] = await Promise.all([readAudit(actor, filter), getTranslations('admin')]);
  return (
    <Main className="wrap page stack">
      <BackLink href="/staff/ustawienia">{t('title')}</BackLink>
      <div className="adm-head">
        <h1>{t('sections.audit.title')}</h1>
        <a className="btn btn-quiet" href={`/api/audit${queryOf({ ...filter, after: '' })}`}>
          {t('audit.export')}
        </a>
      </div>
      <AuditFilters filter={filter} actions={page.actions} />
      <AuditList rows={page.rows} />
      <Pager
        label={t('audit.pages')}
        previous={filter.after ? `/staff/audyt${queryOf({ ...filter, after: '' })}` : null}
        next={page.next ? `/staff/audyt${queryOf({ ...filter, after: page.next })}` : null}
      />
    </Main>
  );
});

function queryOf({ action, subject, person, day, after }: AuditFilter): string {
  const query = new URLSearchParams({ co: action, sprawa: subject, kto: person, dzien: day, po: after });
  for (const [name, value] of [...query]) if (value === '') query.delete(name);
  return query.size > 0 ? `?${query}` : '';
}
