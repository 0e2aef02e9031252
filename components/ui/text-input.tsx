import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { described, Field, type FieldWords } from './field.tsx';
import { type KeptPhoto, KeptPhotos } from './kept-photos.tsx';

type Control<Tag extends 'input' | 'textarea' | 'select'> = FieldWords & {
  name: string;
} & ComponentProps<Tag>;

/** What of a control's props its field says, and what the control itself takes. The id is the name, unless told otherwise. */
function parts<Tag extends 'input' | 'textarea' | 'select'>(props: Control<Tag>, look = 'input') {
  const { label, hint, error, optional, ...control } = props;
  const id = control.id ?? control.name;
  const className = classNames(look, control.className);
  return {
    field: { id, label, hint, error, optional },
    control: { ...control, ...described(id, { hint, error }), id, className },
  };
}

/** One line of text. `defaultValue` keeps what was typed when the form comes back. */
export function TextInput(props: Control<'input'>) {
  const { field, control } = parts<'input'>(props);
  return (
    <Field {...field}>
      <input {...control} />
    </Field>
  );
}

/** Several lines of text. */
export function TextArea(props: Control<'textarea'>) {
  const { field, control } = parts<'textarea'>(props);
  return (
    <Field {...field}>
      <textarea {...control} />
    </Field>
  );
}

/** One of a list; give `<option>`s as children. */
export function Select(props: Control<'select'>) {
  const { field, control } = parts<'select'>(props);
  return (
    <Field {...field}>
      <select {...control} />
    </Field>
  );
}

/** Files from the device or the camera, by the browser's own control; over it, what the form kept of them before. */
export function FileInput({ kept = [], ...props }: Control<'input'> & { kept?: KeptPhoto[] | undefined }) {
  const { field, control } = parts<'input'>(props, 'input file');
  return (
    <>
      {kept.length > 0 && <KeptPhotos photos={kept} />}
      <Field {...field}>
        <input {...control} type="file" />
      </Field>
    </>
  );
}
