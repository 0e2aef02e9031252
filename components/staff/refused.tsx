import { useTranslations } from 'next-intl';
import { Banner } from '#components/ui/banner.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import type { KeptPhoto } from '#components/ui/kept-photos.tsx';

/** What a refused form came back with. Keys of messages are whole: `validation.textRequired`. */
export type Refused = {
  values: Record<string, string | string[]>;
  errors: Record<string, string[]>;
  code?: string;
  messageKey?: string;
  photos: KeptPhoto[];
};

type RefusedSummaryProps = {
  state: Refused | null;
  /** The fields as the form shows them: a kept form has forgotten their order. */
  fields?: string[];
};

/** On top of a refused form: its fields from top to bottom, or the one reason that no field can put right. */
export function RefusedSummary({ state, fields = [] }: RefusedSummaryProps) {
  const t = useTranslations();
  if (!state) return null;
  const inOrder = Object.entries(state.errors).sort(([a], [b]) => fields.indexOf(a) - fields.indexOf(b));
  const errors = inOrder.flatMap(([field, keys]) =>
    keys.map((key) => ({ field, message: t.has(key) ? t(key) : t('validation.invalid') })),
  );
  const reason = state.messageKey && t.has(state.messageKey) ? t(state.messageKey) : t('errors.invalid');
  // A form that came back on its own wish, with a template or for a preview, has no code.
  const told = state.code && (state.code !== 'INVALID' || errors.length === 0);
  return (
    <>
      {told && (
        <Banner tone="warn" role="status" title={t('staff.case.refused')}>
          {reason}
        </Banner>
      )}
      <ErrorSummary errors={errors} />
    </>
  );
}

/** The words of a field's error, the same as in the summary. */
export function useFieldErrors(state: Refused | null): (name: string) => string | undefined {
  const t = useTranslations();
  return (name) => {
    const said = state?.errors[name]?.map((key) => (t.has(key) ? t(key) : t('validation.invalid')));
    return said && said.length > 0 ? said.join(' ') : undefined;
  };
}

/** What was typed into a field before the form came back. */
export function kept(state: Refused | null, name: string): string | undefined {
  const value = state?.values[name];
  return Array.isArray(value) ? value[0] : value;
}
