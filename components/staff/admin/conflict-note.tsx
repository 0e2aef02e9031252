import { useTranslations } from 'next-intl';
import type { Refused } from '#components/staff/refused.tsx';
import { Banner } from '#components/ui/banner.tsx';

type Props = {
  state: Refused | null;
  /** What is saved now, by the name of its control: as the form would hold it, and in words. */
  saved: { label: string; field: string; held: string; value: string }[];
};

/** Somebody was faster: what they saved, where it is not what was typed here. */
export function ConflictNote({ state, saved }: Props) {
  const t = useTranslations('admin.conflict');
  if (state?.code !== 'CONFLICT') return null;
  const typed = (field: string) => [state.values[field] ?? ''].flat().join(', ').replaceAll('\r\n', '\n');
  const other = saved.filter(({ field, held }) => typed(field) !== held);
  return (
    <Banner tone="warn" role="status" title={t('title')}>
      <p>{t('text')}</p>
      <ul>
        {other.map(({ field, label, value }) => (
          <li key={field}>
            <strong>{label}</strong>: {t('now', { value })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
