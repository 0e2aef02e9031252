import { useTranslations } from 'next-intl';
import { useFieldErrors } from '#components/staff/refused.tsx';
import { CheckboxChoice } from '#components/ui/choices.tsx';
import { Select, TextArea, TextInput } from '#components/ui/text-input.tsx';
import { LOCALES } from '#lib/i18n/languages.ts';
import { type FieldProps, heldBy } from './field-entries.ts';
import { PairFields } from './pair-fields.tsx';
import { useFieldWords } from './use-field-words.ts';

/** One field of a record, whatever it is, with what was typed or what is saved. */
export function RecordField(props: FieldProps) {
  const { field } = props;
  if (field.fixed && !props.isNew) return <FixedField {...props} />;
  if (field.type === 'pairs') return <PairFields {...props} />;
  if (field.type === 'checks') return <ManyChoices {...props} />;
  if (field.type === 'check') return <YesOrNo {...props} />;
  if (field.type === 'select') return <OneOf {...props} />;
  return field.languages ? <LanguageFields {...props} /> : <OneText {...props} />;
}

function FixedField({ field }: FieldProps) {
  const { label, choice } = useFieldWords();
  const value = String(field.value ?? '');
  const chosen = field.choices.find((one) => one.value === value);
  return (
    <p>
      <strong>{label(field)}</strong>: {chosen && field.options ? choice(field.options, chosen) : value}
    </p>
  );
}

function OneText(props: FieldProps) {
  const { field } = props;
  const words = useWords(props);
  const shared = { name: field.name, ...words, defaultValue: heldBy(props)(field.name) };
  if (field.type === 'long') return <TextArea {...shared} rows={4} />;
  const type = field.type === 'number' ? 'text' : field.type;
  return (
    <TextInput
      {...shared}
      type={type}
      {...(field.type === 'number' && { inputMode: 'numeric', className: 'short' })}
      autoComplete="off"
    />
  );
}

function useWords({ field, state }: FieldProps) {
  const { label, hint } = useFieldWords();
  const error = useFieldErrors(state)(field.name);
  const note = hint(field);
  return {
    label: label(field),
    ...(note && { hint: note }),
    ...(error && { error }),
    ...(field.optional && { optional: true }),
  };
}

/** The same in three languages, side by side. */
function LanguageFields(props: FieldProps) {
  const { field, state } = props;
  const t = useTranslations('admin.languages');
  const words = useWords(props);
  const held = heldBy(props);
  const errorOf = useFieldErrors(state);
  const Input = field.type === 'long' ? TextArea : TextInput;
  return (
    <fieldset className="adm-langs">
      <legend className="legend">
        {words.label}
        {words.hint && <span className="hint"> {words.hint}</span>}
      </legend>
      {LOCALES.map((code) => {
        const name = `${field.name}.${code}`;
        const error = errorOf(name);
        return (
          <Input
            key={code}
            name={name}
            lang={code}
            label={t(code)}
            defaultValue={held(name)}
            {...(error && { error })}
            {...(field.type === 'long' && { rows: field.list ? 6 : 4 })}
          />
        );
      })}
    </fieldset>
  );
}

function YesOrNo(props: FieldProps) {
  const { field } = props;
  const words = useWords(props);
  const checked = heldBy(props)(field.name) !== '';
  const { optional, ...said } = words;
  return <CheckboxChoice name={field.name} {...said} defaultChecked={checked} />;
}

function OneOf(props: FieldProps) {
  const { field } = props;
  const t = useTranslations('admin.records');
  const { choice } = useFieldWords();
  const words = useWords(props);
  return (
    <Select name={field.name} {...words} defaultValue={heldBy(props)(field.name)}>
      <option value="">{field.optional ? t('nothing') : t('choose')}</option>
      {field.choices.map((each) => (
        <option key={each.value} value={each.value}>
          {field.options ? choice(field.options, each) : each.label}
        </option>
      ))}
    </Select>
  );
}

function ManyChoices(props: FieldProps) {
  const { field } = props;
  const { label, hint, choice } = useFieldWords();
  const chosen = heldBy(props)(field.name).split(', ');
  return (
    <fieldset className="adm-many">
      <legend className="legend">
        {label(field)}
        {hint(field) && <span className="hint"> {hint(field)}</span>}
      </legend>
      {field.choices.map((each, index) => (
        <CheckboxChoice
          key={each.value}
          id={index === 0 ? field.name : `${field.name}.${each.value}`}
          name={field.name}
          value={each.value}
          label={field.options ? choice(field.options, each) : each.label}
          defaultChecked={chosen.includes(each.value)}
        />
      ))}
    </fieldset>
  );
}
