import { ProhibitIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { RecordKind, RecordPage } from '#lib/directory/editing/record-dto.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { useFieldWords } from './use-field-words.ts';

type Props = { kind: RecordKind; page: RecordPage };

/** Every record of a kind; those out of use stand at the end and say so. */
export function RecordList({ kind, page }: Props) {
  const t = useTranslations('admin.records');
  const { choice } = useFieldWords();
  if (page.items.length === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;
  return (
    <>
      <ul className="adm-list adm-records">
        {page.items.map(({ id, title, detail, tag, active }) => (
          <li key={id}>
            <Link
              className="adm-name"
              href={`/staff/ustawienia/${kind}/${encodeURIComponent(id)}`}
              lang={kind === 'szablony' ? 'pl' : undefined}
            >
              {title}
            </Link>
            <span className="adm-more">
              {[tag && choice(tag.options, { value: tag.value, label: '' }), detail]
                .filter(Boolean)
                .join(', ')}
            </span>
            {!active && <OutOfUse />}
          </li>
        ))}
      </ul>
      {page.cut && <p>{t('cut')}</p>}
    </>
  );
}

export function OutOfUse() {
  const t = useTranslations('admin.records');
  return (
    <span className="st st-closed">
      <Icon of={ProhibitIcon} weight="fill" />
      {t('outOfUse')}
    </span>
  );
}

/** Words that must stand in the name; in the address. */
export function RecordSearch({ kind, q }: { kind: RecordKind; q: string }) {
  const t = useTranslations('admin.records');
  const path = `/staff/ustawienia/${kind}`;
  return (
    <search>
      <form className="adm-search" action={localePath(useLocale(), path)}>
        <TextInput name="q" type="search" label={t('search')} defaultValue={q} maxLength={100} />
        <Button look="quiet">{t('show')}</Button>
        {q && <Link href={path}>{t('all')}</Link>}
      </form>
    </search>
  );
}
