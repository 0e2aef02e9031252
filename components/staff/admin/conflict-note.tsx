import { useTranslations } from 'next-intl';
import type { Refused } from '#components/staff/refused.tsx';
import { Banner } from '#components/ui/banner.tsx';

type Props = {
  state: Refused | null;
  /** What is saved now, by field, in words. */
  saved: { label: string; field: string; value: string }[];
};

/** Somebody was faster: what they saved, where it is not what was typed here. */
export function ConflictNote({ state, saved }: Props) {
  const t = useTranslations('admin.conflict');
  if (state?.code !== 'CONFLICT') return null;
  const other = saved.filter(({ field, value }) => [state.values[field]].flat().join(', ') !== value);
  return (
    <Banner tone="warn" role="status" title={t('title')}>
      <p>{t('text')}</p>
      <ul>
        {other.map(({ label, value }) => (
          <li key={label}>
            <strong>{label}</strong>: {t('now', { value })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
