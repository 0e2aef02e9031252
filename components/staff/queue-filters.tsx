import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { CheckboxChoice } from '#components/ui/choices.tsx';
import { Details } from '#components/ui/details.tsx';
import { Link } from '#components/ui/link.tsx';
import { Select } from '#components/ui/text-input.tsx';
import type { CategoryGroupDto, DepartmentDto, DistrictDto } from '#lib/directory/dto.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { type Desk, QUEUE_SORTS, type QueueFilter } from '#lib/submissions/staff-dto.ts';
import { CHANNELS, STATUSES } from '#lib/submissions/words.ts';
import { CategoryOptions } from './category-options.tsx';

export type FilterOptions = {
  categories: CategoryGroupDto[];
  districts: DistrictDto[];
  departments: DepartmentDto[];
};

type QueueFiltersProps = {
  desk: Desk;
  filter: QueueFilter;
  options: FilterOptions;
  /** How many filters are set: then they stand open. */
  set: number;
};

/** All that narrows a list down, in its address: a plain GET form. */
export function QueueFilters({ desk, filter, options, set }: QueueFiltersProps) {
  const t = useTranslations('staff.queue');
  const action = localePath(useLocale(), '/staff');
  return (
    <Details summary={set > 0 ? t('filtersSet', { count: set }) : t('filters')} open={set > 0}>
      <form action={action} className="q-filters">
        <input type="hidden" name="tab" value={filter.tab} />
        {filter.q && <input type="hidden" name="q" value={filter.q} />}
        <CategorySelect filter={filter} groups={options.categories} />
        <PlaceSelects desk={desk} filter={filter} options={options} />
        <StateSelects filter={filter} />
        <CheckboxChoice name="overdue" label={t('overdue')} defaultChecked={filter.overdue} />
        <CheckboxChoice name="findings" label={t('findings')} defaultChecked={filter.findings} />
        <CheckboxChoice name="unreleased" label={t('unreleased')} defaultChecked={filter.unreleased} />
        <div className="q-filters-act row">
          <Button look="plain">{t('show')}</Button>
          {set > 0 && <Link href={`/staff?tab=${filter.tab}`}>{t('clear')}</Link>}
        </div>
      </form>
    </Details>
  );
}

function CategorySelect({ filter, groups }: { filter: QueueFilter; groups: CategoryGroupDto[] }) {
  const t = useTranslations('staff.queue');
  return (
    <Select name="category" label={t('category')} defaultValue={filter.category}>
      <option value="">{t('all')}</option>
      <CategoryOptions groups={groups} />
    </Select>
  );
}

function PlaceSelects({ desk, filter, options }: Omit<QueueFiltersProps, 'set'>) {
  const t = useTranslations('staff.queue');
  return (
    <>
      <Select name="district" label={t('district')} defaultValue={filter.district ?? ''}>
        <option value="">{t('wholeCity')}</option>
        {options.districts.map(({ number, roman, name }) => (
          <option key={number} value={number}>{`${roman} ${name}`}</option>
        ))}
      </Select>
      {desk === 'triage' && (
        <Select name="department" label={t('department')} defaultValue={filter.department}>
          <option value="">{t('all')}</option>
          {options.departments.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}

function StateSelects({ filter }: { filter: QueueFilter }) {
  const t = useTranslations('staff.queue');
  const channel = useTranslations('staff.channels');
  const status = useTranslations('statuses');
  return (
    <>
      <Select name="status" label={t('status')} defaultValue={filter.status ?? ''}>
        <option value="">{t('all')}</option>
        {STATUSES.map((each) => (
          <option key={each} value={each}>
            {status(each)}
          </option>
        ))}
      </Select>
      <Select name="channel" label={t('channel')} defaultValue={filter.channel ?? ''}>
        <option value="">{t('all')}</option>
        {CHANNELS.map((each) => (
          <option key={each} value={each}>
            {channel(each)}
          </option>
        ))}
      </Select>
      <Select name="sort" label={t('sort')} defaultValue={filter.sort}>
        {QUEUE_SORTS.map((each) => (
          <option key={each} value={each}>
            {t(`sorts.${each}`)}
          </option>
        ))}
      </Select>
    </>
  );
}
