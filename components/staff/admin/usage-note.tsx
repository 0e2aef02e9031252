import { useTranslations } from 'next-intl';
import type { RecordDto, RecordKind } from '#lib/directory/editing/record-dto.ts';

/** What depends on a record, and what putting it out of use would mean. */
export function UsageNote({ kind, record }: { kind: RecordKind; record: RecordDto }) {
  const t = useTranslations('admin.usage');
  return (
    <aside className="stack" aria-labelledby="usage-title">
      <h2 id="usage-title">{t('title')}</h2>
      {record.usage.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="adm-usage">
          {record.usage.map(({ what, count }) => (
            <li key={what}>{t(what, { count })}</li>
          ))}
        </ul>
      )}
      <p className="meta">{t(`after.${kind}`)}</p>
    </aside>
  );
}
