import { useId } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { described, FieldNotes } from '#components/ui/field.tsx';

type SegmentsProps = {
  name: string;
  label: string;
  choices: { value: string; label: string }[];
  defaultValue: string | null;
  error?: string;
};

/** One of a few, in one line. The first carries the name as id, for the error summary's link. */
export function Segments({ name, label, choices, defaultValue, error }: SegmentsProps) {
  const own = useId();
  return (
    <fieldset className={classNames('seg', error && 'field-error')} {...described(name, { error })}>
      <legend className="legend">{label}</legend>
      {error && <FieldNotes id={name} error={error} />}
      <div className="seg-l">
        {choices.map((choice, index) => {
          const id = index === 0 ? name : `${own}-${choice.value}`;
          return (
            <span key={choice.value} className="seg-o">
              <input
                type="radio"
                name={name}
                id={id}
                value={choice.value}
                defaultChecked={choice.value === defaultValue}
              />
              <label htmlFor={id}>{choice.label}</label>
            </span>
          );
        })}
      </div>
    </fieldset>
  );
}
