import type { KeptPhoto } from '#components/ui/kept-photos.tsx';

/** What stands in the fields of a form, and what is wrong with them. */
export type FormValues = {
  value: (name: string) => string;
  error: (name: string) => string | undefined;
  /** Photos that the form kept when it was refused. */
  photos?: KeptPhoto[] | undefined;
};

/** A field's own part of them. Nothing is completed by the browser: it would offer the last person's data for the next. */
export function fieldOf(values: FormValues, name: string) {
  return { name, defaultValue: values.value(name), error: values.error(name), autoComplete: 'off' };
}
