import { WarningCircleIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

/** What every field can say. Texts are translated already; `error` repeats the words of the error summary. */
export type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Marks the field as not required; required ones carry no mark. */
  optional?: boolean;
};

/** The attributes that tie a control to its hint and its error. */
export function described(id: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  return {
    'aria-describedby': classNames(hint ? `${id}-hint` : null, error ? `${id}-error` : null),
    'aria-invalid': error ? (true as const) : undefined,
  };
}

/** `(nieobowiązkowo)` after a label. */
export function OptionalMark() {
  const t = useTranslations('common');
  return <span className="optional"> {t('optional')}</span>;
}

/** The hint and the error of a field, under the ids that `described` names. */
export function FieldNotes({ id, hint, error }: { id: string } & Pick<FieldWords, 'hint' | 'error'>) {
  const t = useTranslations('common');
  return (
    <>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="error" id={`${id}-error`}>
          <Icon of={WarningCircleIcon} weight="fill" />
          <span>
            <span className="sr">{t('errorPrefix')} </span>
            {error}
          </span>
        </span>
      )}
    </>
  );
}

type FieldProps = FieldWords & { id: string; children: ReactNode; className?: string };

/** Label, hint, error, control. The control inside takes `id` and `described(id, …)`. */
export function Field({ id, label, hint, error, optional, children, className }: FieldProps) {
  return (
    <div className={classNames('field', error && 'field-error', className)}>
      <label htmlFor={id}>
        {label}
        {optional && <OptionalMark />}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}
