import { useTranslations } from 'next-intl';
import type { Refused } from '#components/staff/refused.tsx';
import { Button } from '#components/ui/button.tsx';
import type { FieldView, RecordKind } from '#lib/directory/editing/record-dto.ts';
import { RecordField } from './record-field.tsx';
import { VariablesNote } from './variables-note.tsx';

type Props = {
  kind: RecordKind;
  /** Null: a new one. */
  id: string | null;
  fields: FieldView[];
  seen: string;
  state: Refused | null;
  path: string;
};

/** The form of any record: made from the description of its fields. */
export function RecordForm({ kind, id, fields, seen, state, path }: Props) {
  const t = useTranslations('admin');
  const action = `/api/directory/${kind}${id === null ? '' : `/${encodeURIComponent(id)}`}`;
  return (
    <form className="stack adm-form" method="post" action={action} noValidate>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="seen" value={seen} />
      {kind === 'szablony' && <VariablesNote />}
      {partsOf(fields).map(({ part, fields: inside }) => (
        <section className="stack" key={part} aria-label={part ? t(`parts.${part}`) : undefined}>
          {part && <h2>{t(`parts.${part}`)}</h2>}
          {inside.map((field) => (
            <RecordField key={field.name} field={field} state={state} isNew={id === null} />
          ))}
        </section>
      ))}
      <div className="adm-save">
        <Button>{t('records.save')}</Button>
      </div>
    </form>
  );
}

/** Fields in the parts of a long form; a part goes on until the next begins. */
function partsOf(fields: FieldView[]): { part: string; fields: FieldView[] }[] {
  const parts: { part: string; fields: FieldView[] }[] = [];
  for (const field of fields) {
    const last = parts.at(-1);
    if (!last || field.part) parts.push({ part: field.part ?? '', fields: [field] });
    else last.fields.push(field);
  }
  return parts;
}
