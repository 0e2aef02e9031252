import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Select, TextInput } from '#components/ui/text-input.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import { type AuditFilter, type AuditRow, auditSubject } from '#lib/staff/audit-dto.ts';

/** What is looked for: an action, a case, a person, a day; in the address. */
export function AuditFilters({ filter, actions }: { filter: AuditFilter; actions: string[] }) {
  const t = useTranslations('admin.audit');
  return (
    <search>
      <form className="adm-filters" action={localePath(useLocale(), '/staff/audyt')}>
        <Select name="co" label={t('what')} defaultValue={filter.action}>
          <option value="">{t('any')}</option>
          {actions.map((action) => (
            <option key={action} value={action}>
              {t(`actions.${action.replace('.', '-')}`)}
            </option>
          ))}
        </Select>
        <TextInput name="sprawa" label={t('subject')} defaultValue={filter.subject} autoComplete="off" />
        <TextInput name="kto" label={t('person')} defaultValue={filter.person} autoComplete="off" />
        <TextInput name="dzien" type="date" label={t('day')} defaultValue={filter.day} />
        <Button look="quiet">{t('show')}</Button>
      </form>
    </search>
  );
}

/** What an entry is about, in words. */
function useSubjectWords() {
  const t = useTranslations('admin.audit');
  return (row: AuditRow): string | null => {
    const about = auditSubject(row);
    return about?.kind ? t(`subjects.${about.kind}`, { mark: about.mark }) : (about?.mark ?? null);
  };
}

/** Who did what and when, the newest first. */
export function AuditList({ rows }: { rows: AuditRow[] }) {
  const t = useTranslations('admin.audit');
  const subjectOf = useSubjectWords();
  if (rows.length === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;
  return (
    <ul className="adm-list adm-records" aria-label={t('list')}>
      {rows.map((row) => (
        <li key={row.id}>
          <span>
            <strong>{t(`actions.${row.action.replace('.', '-')}`)}</strong>
          </span>
          <span className="adm-more">
            {[row.who ?? t('nobody'), subjectOf(row)].filter(Boolean).join(', ')}
          </span>
          <DateText at={row.at} as="short" className="adm-more" />
        </li>
      ))}
    </ul>
  );
}
