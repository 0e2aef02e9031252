import { useTranslations } from 'next-intl';
import { RadioChoices } from '#components/ui/choices.tsx';
import { FileInput, TextArea, TextInput } from '#components/ui/text-input.tsx';
import type { StaffCase } from '#lib/submissions/staff-case-dto.ts';
import { KINDS } from '#lib/submissions/words.ts';
import { outcomesFor } from '#lib/submissions/workflow-endings.ts';
import { type FieldSpec, initialValue, type StaffCommand } from './command-fields.ts';
import { type CommandOptions, CommandSelect } from './command-select.tsx';
import { PictureChoices } from './picture-choices.tsx';
import { kept, type Refused, useFieldErrors } from './refused.tsx';

export type CommandFieldProps = {
  command: StaffCommand;
  field: FieldSpec;
  item: StaffCase;
  options: CommandOptions;
  state: Refused | null;
};

/** One field with its words: those of this command where it has its own, else the field's. */
function useWords({ command, field, item, state }: CommandFieldProps) {
  const t = useTranslations('commands');
  const errorOf = useFieldErrors(state);
  const own = `labels.${command}.${field.name}`;
  const hint = `fieldHints.${command}.${field.name}`;
  return {
    label: t.has(own) ? t(`labels.${command}.${field.name}`) : t(`fields.${field.name}`, { kind: item.kind }),
    hint: t.has(hint) ? t(`fieldHints.${command}.${field.name}`) : undefined,
    error: errorOf(field.type === 'camera' ? 'photos' : field.name),
    optional: field.optional,
  };
}

export function CommandField(props: CommandFieldProps) {
  const { command, field, item, options, state } = props;
  const words = useWords(props);
  const defaultValue =
    kept(state, field.name) ?? options.given[field.name] ?? initialValue(item, command, field.name);
  if (field.type === 'select') return <CommandSelect {...props} words={words} defaultValue={defaultValue} />;
  if (field.type === 'radio') return <CodeChoices {...props} />;
  if (field.type === 'pictures') return <PictureChoices {...props} words={words} />;
  if (field.type === 'camera') return <Camera {...props} />;
  const common = { name: field.name, ...words, defaultValue };
  if (field.type === 'area') return <TextArea {...common} rows={field.rows ?? 5} />;
  const inputMode = field.type === 'number' ? 'decimal' : undefined;
  return <TextInput {...common} type={field.type === 'date' ? 'date' : 'text'} inputMode={inputMode} />;
}

/** Codes to choose from: the reasons of a command, or the outcomes a kind may have. */
function CodeChoices(props: CommandFieldProps) {
  const { command, field, item, state } = props;
  const t = useTranslations('commands');
  const words = useWords(props);
  const isOutcome = field.name === 'outcome';
  const isKind = field.name === 'kind';
  const kinds = KINDS.filter((kind) => kind !== item.kind);
  const codes = isOutcome ? outcomesFor(item.kind) : isKind ? kinds : (field.codes ?? []);
  return (
    <RadioChoices
      name={field.name}
      {...words}
      defaultValue={kept(state, field.name) ?? (codes.length === 1 ? codes[0] : null)}
      choices={codes.map((code) => ({
        value: code,
        label: isOutcome
          ? t(`outcomes.${code}`)
          : isKind
            ? t(`kinds.${code}`)
            : t(`reasons.${command}.${code}`),
      }))}
    />
  );
}

/** The result's photo: on a phone straight from the camera. */
function Camera(props: CommandFieldProps) {
  const { label, hint, error, optional } = useWords(props);
  return (
    <FileInput
      name="photos"
      label={label}
      hint={hint}
      error={error}
      optional={optional}
      kept={props.state?.photos}
      accept="image/jpeg,image/png,image/webp"
      capture="environment"
      multiple
    />
  );
}
