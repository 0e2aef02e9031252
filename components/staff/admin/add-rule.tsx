import { useTranslations } from 'next-intl';
import { kept, type Refused, useFieldErrors } from '#components/staff/refused.tsx';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/text-input.tsx';
import type { DepartmentDto, DistrictDto } from '#lib/directory/dto.ts';
import type { CategoryRules } from '#lib/directory/editing/rules-dto.ts';

type Props = {
  ruled: CategoryRules;
  path: string;
  departments: DepartmentDto[];
  districts: DistrictDto[];
  state: Refused | null;
};

/** One more rule: for a district or the whole city, to a department. */
export function AddRule(props: Props) {
  const { ruled, path } = props;
  const t = useTranslations('admin.rules');
  return (
    <form
      className="stack column"
      method="post"
      action={`/api/rules/${ruled.category.code}`}
      noValidate
      aria-labelledby="add-rule"
    >
      <h2 id="add-rule">{t('add')}</h2>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="seen" value={ruled.seen} />
      <RuleFields {...props} />
      <Button name="step" value="add">
        {t('addButton')}
      </Button>
    </form>
  );
}

function RuleFields({ departments, districts, state }: Props) {
  const t = useTranslations('admin');
  const errorOf = useFieldErrors(state);
  const [district, department] = [errorOf('district'), errorOf('department')];
  return (
    <>
      <Select
        name="district"
        label={t('fields.district')}
        defaultValue={kept(state, 'district') ?? ''}
        {...(district && { error: district })}
      >
        <option value="">{t('rules.wholeCity')}</option>
        {districts.map(({ number, roman, name }) => (
          <option key={number} value={number}>{`${roman} ${name}`}</option>
        ))}
      </Select>
      <Select
        name="department"
        label={t('fields.department')}
        defaultValue={kept(state, 'department') ?? ''}
        {...(department && { error: department })}
      >
        <option value="">{t('records.choose')}</option>
        {departments.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </>
  );
}
