import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { AccountDto } from '#lib/staff/account-dto.ts';

type Props = { account: AccountDto; path: string };

/** What can be done about an account besides changing what it says. */
export function AccountActions(props: Props) {
  const t = useTranslations('admin.accounts');
  return (
    <aside className="stack" aria-labelledby="account-work">
      <h2 id="account-work">{t('work')}</h2>
      <Actions {...props} />
    </aside>
  );
}

/** Out of work, back into it, a new password. Nothing of it for one's own account. */
function Actions({ account, path }: Props) {
  const t = useTranslations('admin.accounts');
  if (account.own) return <p>{t('ownNote')}</p>;
  const to = (action: string) => `/api/accounts/${account.id}/${action}`;
  if (account.state === 'disabled') {
    return <Action to={to('enable')} path={path} label={t('enable')} text={t('enableText')} />;
  }
  const waiting = account.state === 'waiting';
  return (
    <div className="stack">
      <Action
        to={to('reset')}
        path={path}
        label={t(waiting ? 'again' : 'reset')}
        text={t(waiting ? 'againText' : 'resetText')}
      />
      <Action to={to('disable')} path={path} label={t('disable')} text={t('disableText')} danger />
    </div>
  );
}

type ActionProps = { to: string; path: string; label: string; text: string; danger?: boolean };

function Action({ to, path, label, text, danger }: ActionProps) {
  return (
    <form className="adm-action" method="post" action={to}>
      <input type="hidden" name="back" value={path} />
      <p>{text}</p>
      <Button look={danger ? 'danger' : 'quiet'}>{label}</Button>
    </form>
  );
}
