import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { described, Field, type FieldWords } from './field.tsx';

type Control<Tag extends 'input' | 'textarea' | 'select'> = FieldWords & {
  name: string;
} & ComponentProps<Tag>;

/** Takes the words of a field out of a control's props. The id is the name, unless told otherwise. */
function split<Tag extends 'input' | 'textarea' | 'select'>(props: Control<Tag>) {
  const { label, hint, error, optional, ...control } = props;
  const id = control.id ?? control.name;
  return { words: { label, hint, error, optional }, id, control };
}

/** One line of text. `defaultValue` keeps what was typed when the form comes back. */
export function TextInput(props: Control<'input'>) {
  const { words, id, control } = split<'input'>(props);
  return (
    <Field id={id} {...words}>
      <input
        {...control}
        {...described(id, words)}
        id={id}
        className={classNames('input', control.className)}
      />
    </Field>
  );
}

/** Several lines of text. */
export function TextArea(props: Control<'textarea'>) {
  const { words, id, control } = split<'textarea'>(props);
  return (
    <Field id={id} {...words}>
      <textarea
        {...control}
        {...described(id, words)}
        id={id}
        className={classNames('input', control.className)}
      />
    </Field>
  );
}

/** One of a list; give `<option>`s as children. */
export function Select(props: Control<'select'>) {
  const { words, id, control } = split<'select'>(props);
  return (
    <Field id={id} {...words}>
      <select
        {...control}
        {...described(id, words)}
        id={id}
        className={classNames('input', control.className)}
      />
    </Field>
  );
}

/** Files from the device or the camera, by the browser's own control. */
export function FileInput(props: Control<'input'>) {
  const { words, id, control } = split<'input'>(props);
  return (
    <Field id={id} {...words}>
      <input
        {...control}
        {...described(id, words)}
        type="file"
        id={id}
        className={classNames('input file', control.className)}
      />
    </Field>
  );
}
