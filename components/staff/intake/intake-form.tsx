import { useLocale, useTranslations } from 'next-intl';
import { PICKER_ICONS } from '#components/form/picker-icons.tsx';
import { usePickerWords } from '#components/form/use-picker-words.ts';
import type { FormValues } from '#components/staff/form-values.ts';
import { RadioChoices } from '#components/ui/choices.tsx';
import type { CategoryGroupDto, DistrictDto } from '#lib/directory/dto.ts';
import type { Conversation, FiledCase } from '#lib/filing/intake-dto.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { FiledList } from './filed-list.tsx';
import { IntakeBoard } from './intake-board.tsx';
import {
  CategoryField,
  EndFields,
  NewPerson,
  PersonFields,
  TextFields,
  TopFields,
} from './intake-fields.tsx';
import type { IntakePlaceProps } from './intake-place.tsx';
import type { IntakeWords, LookView, PersonView } from './intake-words.ts';

export type IntakeFormProps = {
  formKey: string;
  conversationId: string | null;
  conversation: Conversation | null;
  filed: FiledCase[];
  values: FormValues;
  /** The form came back: the focus goes to what is wrong. */
  returned: boolean;
  groups: CategoryGroupDto[];
  districts: DistrictDto[];
  tiles: string;
  point: IntakePlaceProps['initial']['point'];
  /** Places of the same name, to choose from. */
  choices: { typed: string; labels: string[] } | null;
  look: LookView | null;
  person: PersonView | null;
  knowsPeople: boolean;
};

const MOST_SIMILAR = 6;

/** One form for whoever does not fill it themselves. A plain POST; the board around its fields makes it quick. */
export function IntakeForm(props: IntakeFormProps) {
  const { formKey, conversationId, conversation, values, returned } = props;
  const locale = useLocale();
  const back = conversationId ? `/staff/nowe?r=${conversationId}` : '/staff/nowe';
  return (
    <form method="post" action="/api/staff/submissions" encType="multipart/form-data" noValidate>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="conversation" value={conversationId ?? ''} />
      <input type="hidden" name="back" value={localePath(locale, back)} />
      <IntakeBoard
        parts={{
          top: <TopFields values={values} />,
          text: <TextFields values={values} focus={!returned} />,
          category: <CategoryField values={values} groups={props.groups} />,
          choices: props.choices && <Choices choices={props.choices} error={values.error('choice')} />,
          person: <PersonFields values={values} />,
          end: (
            <EndFields values={values} anew={conversation && <NewPerson channel={conversation.channel} />} />
          ),
          filed: <FiledList cases={props.filed} />,
        }}
        place={usePlace(props)}
        words={useIntakeWords()}
        look={props.look}
        person={props.person}
        knowsPeople={props.knowsPeople}
        centre={conversation?.point ?? null}
      />
    </form>
  );
}

function Choices({ choices, error }: { choices: NonNullable<IntakeFormProps['choices']>; error?: string }) {
  const t = useTranslations('filing.place.choice');
  const typed = { value: 'typed', label: t('typed', { typed: choices.typed }) };
  return (
    <>
      <RadioChoices
        name="choice"
        label={t('title')}
        error={error}
        choices={[...choices.labels.map((label, index) => ({ value: String(index), label })), typed]}
      />
      <input type="hidden" name="choiceFor" value={choices.typed} />
    </>
  );
}

function usePlace({ values, districts, tiles, point }: IntakeFormProps): IntakePlaceProps {
  const t = useTranslations('filing.place');
  const names = districts.map(({ number, roman, name }) => [number, t('district', { roman, name })] as const);
  return {
    initial: {
      address: values.value('address'),
      nearby: '',
      description: values.value('description'),
      way: null,
      point,
    },
    saved: null,
    words: usePickerWords(),
    districts: Object.fromEntries(names),
    language: useLocale(),
    tiles,
    icons: PICKER_ICONS,
    errors: {
      address: values.error('address') ?? values.error('lat'),
      description: values.error('description'),
    },
  };
}

function useIntakeWords(): IntakeWords {
  const t = useTranslations('intake');
  const common = useTranslations('common');
  const counts = Array.from({ length: MOST_SIMILAR }, (_, index) => t('similarCount', { count: index + 1 }));
  return {
    picker: usePickerWords(),
    suggestions: t('suggestions'),
    similar: t('similar'),
    similarCount: [t('similarNone'), ...counts],
    similarNone: t('similarNoPlace'),
    join: t('join'),
    descriptionLabel: t('description'),
    optional: common('optional'),
  };
}
