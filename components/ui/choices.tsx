import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { described, FieldNotes, type FieldWords, OptionalMark } from './field.tsx';

export type Choice = { value: string; label: ReactNode; hint?: ReactNode };

type RadioChoicesProps = FieldWords & {
  name: string;
  choices: Choice[];
  defaultValue?: string | null;
  /** The question is the page's h1 already: the legend is for screen readers only. */
  legendHidden?: boolean;
  className?: string;
};

/** One of a few, each with its own line. The first one carries the name as id, for the error summary's link. */
export function RadioChoices(props: RadioChoicesProps) {
  const { name, choices, defaultValue, label, hint, error, optional, legendHidden, className } = props;
  return (
    <fieldset
      className={classNames('ways', error && 'field-error', className)}
      aria-describedby={described(name, { hint, error })['aria-describedby']}
    >
      <legend className={legendHidden ? 'sr' : 'legend'}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      {(hint || error) && (
        <div className="field choice-notes">
          <FieldNotes id={name} hint={hint} error={error} />
        </div>
      )}
      {choices.map((choice, index) => (
        <ChoiceRow
          key={choice.value}
          {...choice}
          type="radio"
          name={name}
          id={index === 0 ? name : `${name}-${choice.value}`}
          checked={choice.value === defaultValue}
        />
      ))}
    </fieldset>
  );
}

type CheckboxChoiceProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  value?: string;
  defaultChecked?: boolean;
  id?: string;
};

/** Yes or no. */
export function CheckboxChoice({
  name,
  error,
  value = '1',
  defaultChecked,
  id = name,
  ...row
}: CheckboxChoiceProps) {
  return (
    <div className={classNames('field', 'field-wide', error && 'field-error')}>
      <FieldNotes id={id} error={error} />
      <ChoiceRow
        {...row}
        type="checkbox"
        name={name}
        value={value}
        id={id}
        checked={defaultChecked ?? false}
        errorId={error ? `${id}-error` : undefined}
      />
    </div>
  );
}

type ChoiceRowProps = Choice & {
  type: 'radio' | 'checkbox';
  name: string;
  id: string;
  checked: boolean;
  errorId?: string;
};

function ChoiceRow({ type, name, id, value, label, hint, checked, errorId }: ChoiceRowProps) {
  return (
    <div className="choice">
      <input
        type={type}
        name={name}
        id={id}
        value={value}
        defaultChecked={checked}
        aria-invalid={errorId ? true : undefined}
        aria-describedby={classNames(hint ? `${id}-choice-hint` : null, errorId)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span className="hint" id={`${id}-choice-hint`}>
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}
