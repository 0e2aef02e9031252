import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { Select, TextInput } from '#components/ui/text-input.tsx';
import type { DepartmentDto } from '#lib/directory/dto.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { ACCOUNT_ROLES, ACCOUNT_STATES, type AccountFilter } from '#lib/staff/account-dto.ts';

type Props = { filter: AccountFilter; departments: DepartmentDto[] };

/** Narrows the list of accounts down, in its address: a plain GET form. */
export function AccountFilters({ filter, departments }: Props) {
  const t = useTranslations('admin.accounts');
  const role = useTranslations('staff.roles');
  const path = '/staff/konta';
  const set = filter.q || filter.role || filter.department || filter.state;
  return (
    <search>
      <form className="adm-filters" action={localePath(useLocale(), path)}>
        <TextInput name="q" type="search" label={t('search')} defaultValue={filter.q} maxLength={100} />
        <Select name="rola" label={t('filterRole')} defaultValue={filter.role}>
          <option value="">{t('any')}</option>
          {ACCOUNT_ROLES.map((each) => (
            <option key={each} value={each}>
              {role(each)}
            </option>
          ))}
        </Select>
        <Select name="jednostka" label={t('filterDepartment')} defaultValue={filter.department}>
          <option value="">{t('any')}</option>
          {departments.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <StateSelect chosen={filter.state} />
        <div className="row">
          <Button look="quiet">{t('show')}</Button>
          {set && <Link href={path}>{t('clear')}</Link>}
        </div>
      </form>
    </search>
  );
}

function StateSelect({ chosen }: { chosen: AccountFilter['state'] }) {
  const t = useTranslations('admin.accounts');
  return (
    <Select name="stan" label={t('filterState')} defaultValue={chosen}>
      <option value="">{t('any')}</option>
      {ACCOUNT_STATES.map((each) => (
        <option key={each} value={each}>
          {t(`state.${each}`)}
        </option>
      ))}
    </Select>
  );
}
