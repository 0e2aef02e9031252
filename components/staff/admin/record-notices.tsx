import { useTranslations } from 'next-intl';
import { type Refused, RefusedSummary } from '#components/staff/refused.tsx';
import { Banner } from '#components/ui/banner.tsx';
import type { FieldView, RecordDto } from '#lib/directory/editing/record-dto.ts';
import { ConflictNote } from './conflict-note.tsx';
import { entriesOf } from './field-entries.ts';
import { useFieldWords } from './use-field-words.ts';

type Props = { record: RecordDto; state: Refused | null; done: boolean };

/** What came of the last form: in conflict, refused, or saved. */
export function RecordNotices({ record, state, done }: Props) {
  const t = useTranslations('admin.records');
  const saved = useSaved(record);
  if (state?.code === 'CONFLICT') return <ConflictNote state={state} saved={saved} />;
  if (state) return <RefusedSummary state={state} />;
  return done ? (
    <Banner tone="ok" role="status">
      {t('saved')}
    </Banner>
  ) : null;
}

/** Every control with what is saved now, in words. */
function useSaved({ fields }: RecordDto) {
  const t = useTranslations('admin');
  const { label, choice } = useFieldWords();
  const inWords = (field: FieldView, held: string): string => {
    if (field.type === 'check') return t(held ? 'history.yes' : 'history.no');
    const chosen = field.choices.find(({ value }) => value === held);
    if (chosen && field.options) return choice(field.options, chosen);
    return held || t('history.nothing');
  };
  return fields
    .filter((field) => !field.fixed)
    .flatMap((field) =>
      entriesOf(field).map(([name, held]) => ({
        field: name,
        label: label(field),
        held,
        value: inWords(field, held),
      })),
    );
}
