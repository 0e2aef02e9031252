import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import type { AccountItem } from '#lib/staff/account-dto.ts';
import { AccountStateBadge } from './account-state.tsx';

/** Who has an account: name, role and unit, and whether it works. */
export function AccountList({ items }: { items: AccountItem[] }) {
  const t = useTranslations('admin.accounts');
  const role = useTranslations('staff.roles');
  if (items.length === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;
  return (
    <ul className="adm-list" aria-label={t('list')}>
      {items.map((item) => (
        <li key={item.id}>
          <Link className="adm-name" href={`/staff/konta/${item.id}`}>
            {item.name}
          </Link>
          <AccountStateBadge state={item.state} />
          <span className="adm-more">{item.email}</span>
          <span className="adm-more">
            {item.department ? `${role(item.role)}, ${item.department.name}` : role(item.role)}
          </span>
        </li>
      ))}
    </ul>
  );
}
