import { useTranslations } from 'next-intl';
import { Select } from '#components/ui/text-input.tsx';
import type { CategoryGroupDto } from '#lib/directory/dto.ts';
import type { ReplyChoice } from '#lib/directory/reply-dto.ts';
import type { StaffCase } from '#lib/submissions/staff-case-dto.ts';
import { CategoryOptions } from './category-options.tsx';
import type { FieldSpec } from './command-fields.ts';

/** What may be chosen from, for this case and this person. */
export type CommandOptions = {
  departments: { code: string; name: string }[];
  institutions: { code: string; name: string }[];
  categories: CategoryGroupDto[];
  colleagues: { id: string; name: string; me: boolean }[];
  replies: ReplyChoice[];
  /** What a link to this form filled in beforehand, by field. */
  given: Record<string, string>;
  districts: { number: number; roman: string; name: string }[];
};

type CommandSelectProps = {
  field: FieldSpec;
  item: StaffCase;
  options: CommandOptions;
  words: { label: string; hint?: string; error?: string; optional?: boolean };
  defaultValue: string;
};

export function CommandSelect({ field, item, options, words, defaultValue }: CommandSelectProps) {
  const t = useTranslations('commands');
  const empty = field.optional ? t('keepUnknown') : t('choose');
  return (
    <Select name={field.name} {...words} defaultValue={defaultValue}>
      {(field.name !== 'category' || defaultValue === '') && <option value="">{empty}</option>}
      {field.name === 'category' ? (
        <Categories groups={options.categories} item={defaultValue === '' ? null : item} />
      ) : (
        <Choices field={field.name} item={item} options={options} />
      )}
    </Select>
  );
}

type ChoicesProps = { field: string; item: StaffCase; options: CommandOptions };

function Choices({ field, item, options }: ChoicesProps) {
  const t = useTranslations('commands');
  const proposed = item.proposal?.code;
  const list = {
    department: options.departments.map(({ code, name }) => ({
      value: code,
      words: code === proposed ? t('proposed', { name }) : name,
    })),
    institution: options.institutions.map(({ code, name }) => ({ value: code, words: name })),
    colleague: options.colleagues.map(({ id, name, me }) => ({
      value: id,
      words: me ? t('colleagueMe', { name }) : name,
    })),
    district: options.districts.map(({ number, roman, name }) => ({
      value: String(number),
      words: `${roman} ${name}`,
    })),
  }[field];
  return (
    <>
      {(list ?? []).map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </>
  );
}

/** The case's own category is always there, also when it is given to no new case any more. */
function Categories({ groups, item }: { groups: CategoryGroupDto[]; item: StaffCase | null }) {
  const listed =
    item === null || groups.some((group) => group.categories.some(({ code }) => code === item.category.code));
  return (
    <>
      {!listed && <option value={item.category.code}>{item.category.name}</option>}
      <CategoryOptions groups={groups} />
    </>
  );
}
