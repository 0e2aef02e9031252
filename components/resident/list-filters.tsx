import { MagnifyingGlassIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Details } from '#components/ui/details.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { Select, TextInput } from '#components/ui/text-input.tsx';
import { localePath } from '#lib/i18n/languages.ts';

export type FilterChoices = {
  categories: { code: string; name: string; group: string }[];
  departments: { code: string; name: string }[];
  districts: { number: number; roman: string; name: string }[];
};

export type FilterValues = {
  q?: string;
  kind?: string;
  status?: string;
  category?: string;
  department?: string;
  district?: string;
  from?: string;
  to?: string;
};

type ListFiltersProps = {
  values: FilterValues;
  /** The area of the map that the list is of: it stays when the filter changes. */
  area: string | null;
  choices: FilterChoices;
};

/** The filter is a GET form: its answers are the address, so a list can be sent to somebody. */
export function ListFilters({ values, area, choices }: ListFiltersProps) {
  const t = useTranslations('list.filters');
  const locale = useLocale();
  const more = Boolean(values.category || values.department || values.from || values.to);
  const any = more || Boolean(values.q || values.kind || values.status || values.district);
  return (
    <form className="stack" action={localePath(locale, '/zgloszenia')} aria-label={t('label')}>
      {area && <input type="hidden" name="bbox" value={area} />}
      <div className="filters">
        <div className="f-q">
          <TextInput name="q" type="search" label={t('q')} defaultValue={values.q} maxLength={200} />
        </div>
        <KindSelect value={values.kind} />
        <StatusSelect value={values.status} />
        <DistrictSelect value={values.district} districts={choices.districts} />
        <Button type="submit">
          <Icon of={MagnifyingGlassIcon} />
          {t('show')}
        </Button>
      </div>
      <Details summary={t('more')} open={more}>
        <MoreFilters values={values} choices={choices} />
      </Details>
      {any && (
        <p>
          <Link href="/zgloszenia">{t('clear')}</Link>
        </p>
      )}
    </form>
  );
}

/** Questions are between a person and the city: they are not in the list. */
function KindSelect({ value }: { value?: string }) {
  const t = useTranslations('browse');
  return (
    <Select name="kind" label={t('kind')} defaultValue={value ?? ''}>
      {(['all', 'PROBLEM', 'IDEA'] as const).map((kind) => (
        <option key={kind} value={kind === 'all' ? '' : kind}>
          {t(`kinds.${kind}`)}
        </option>
      ))}
    </Select>
  );
}

function StatusSelect({ value }: { value?: string }) {
  const t = useTranslations('list.filters');
  const words = useTranslations('statuses');
  return (
    <Select name="status" label={t('status')} defaultValue={value ?? ''}>
      <option value="">{t('all')}</option>
      <option value="open">{t('open')}</option>
      <option value="done">{t('done')}</option>
      {(['RECEIVED', 'FORWARDED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'] as const).map((status) => (
        <option key={status} value={status}>
          {words(status)}
        </option>
      ))}
    </Select>
  );
}

function DistrictSelect({ value, districts }: { value?: string; districts: FilterChoices['districts'] }) {
  const t = useTranslations('list.filters');
  return (
    <Select name="district" label={t('district')} defaultValue={value ?? ''}>
      <option value="">{t('wholeCity')}</option>
      {districts.map(({ number, roman, name }) => (
        <option key={number} value={number}>
          {roman} {name}
        </option>
      ))}
    </Select>
  );
}

function MoreFilters({ values, choices }: { values: FilterValues; choices: FilterChoices }) {
  const t = useTranslations('list.filters');
  const groups = [...new Set(choices.categories.map(({ group }) => group))];
  return (
    <div className="filters-more">
      <Select name="category" label={t('category')} defaultValue={values.category ?? ''}>
        <option value="">{t('all')}</option>
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {choices.categories
              .filter((category) => category.group === group)
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <Select name="department" label={t('department')} defaultValue={values.department ?? ''}>
        <option value="">{t('all')}</option>
        {choices.departments.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <TextInput name="from" type="date" label={t('from')} defaultValue={values.from} />
      <TextInput name="to" type="date" label={t('to')} defaultValue={values.to} />
    </div>
  );
}
