import { useTranslations } from 'next-intl';
import { kept, type Refused, useFieldErrors } from '#components/staff/refused.tsx';
import { Button } from '#components/ui/button.tsx';
import { Select, TextInput } from '#components/ui/text-input.tsx';
import type { DepartmentDto } from '#lib/directory/dto.ts';
import { ACCOUNT_ROLES, type AccountDto } from '#lib/staff/account-dto.ts';

type Props = {
  account: AccountDto | null;
  departments: DepartmentDto[];
  state: Refused | null;
  /** Where a refused form comes back to. */
  path: string;
};

/** Who somebody is here: the same form for a new account and for one that is there. */
export function AccountForm({ account, departments, state, path }: Props) {
  const t = useTranslations('admin');
  const errorOf = useFieldErrors(state);
  const value = (name: string, now: string | undefined) => kept(state, name) ?? now;
  return (
    <form
      className="stack"
      method="post"
      action={account ? `/api/accounts/${account.id}` : '/api/accounts'}
      noValidate
    >
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="seen" value={account?.seen ?? ''} />
      <TextInput
        name="name"
        label={t('fields.person')}
        error={errorOf('name')}
        defaultValue={value('name', account?.name)}
        autoComplete="off"
      />
      <TextInput
        name="email"
        type="email"
        label={t('fields.email')}
        error={errorOf('email')}
        defaultValue={value('email', account?.email)}
        autoComplete="off"
        spellCheck={false}
      />
      <RoleSelect account={account} error={errorOf('role')} chosen={value('role', account?.role)} />
      <DepartmentSelect
        departments={departments}
        error={errorOf('department')}
        chosen={value('department', account?.department?.code)}
      />
      <Button>{account ? t('accounts.save') : t('accounts.create')}</Button>
    </form>
  );
}

type RoleProps = { account: AccountDto | null; error: string | undefined; chosen: string | undefined };

/** One's own role is not chosen: it is sent as it is. */
function RoleSelect({ account, error, chosen }: RoleProps) {
  const t = useTranslations('admin');
  if (account?.own) return <input type="hidden" name="role" value={account.role} />;
  return (
    <Select name="role" label={t('fields.role')} defaultValue={chosen ?? ''} {...(error && { error })}>
      {!account && <option value="">{t('accounts.chooseRole')}</option>}
      {ACCOUNT_ROLES.map((role) => (
        <option key={role} value={role}>
          {t(`accounts.roleHint.${role}`)}
        </option>
      ))}
    </Select>
  );
}

type DepartmentProps = {
  departments: DepartmentDto[];
  error: string | undefined;
  chosen: string | undefined;
};

function DepartmentSelect({ departments, error, chosen }: DepartmentProps) {
  const t = useTranslations('admin');
  return (
    <Select
      name="department"
      label={t('fields.department')}
      hint={t('accounts.departmentHint')}
      defaultValue={chosen ?? ''}
      {...(error && { error })}
    >
      <option value="">{t('accounts.chooseDepartment')}</option>
      {departments.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}
