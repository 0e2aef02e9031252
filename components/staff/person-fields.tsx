import type { ComponentProps } from 'react';
import { TextInput } from '#components/ui/text-input.tsx';
import { MAX_NAME } from '#lib/filing/words.ts';
import { type FormValues, fieldOf } from './form-values.ts';

const MAX_PHONE = 40;

type PersonFieldProps = { values: FormValues } & Omit<ComponentProps<typeof TextInput>, 'name'>;

/** The phone of whoever calls or reports: in the form of a call and in that of a case. */
export function PhoneField({ values, ...props }: PersonFieldProps) {
  return <TextInput {...fieldOf(values, 'phone')} type="tel" maxLength={MAX_PHONE} {...props} />;
}

export function NameField({ values, ...props }: PersonFieldProps) {
  return <TextInput {...fieldOf(values, 'name')} maxLength={MAX_NAME} {...props} />;
}
