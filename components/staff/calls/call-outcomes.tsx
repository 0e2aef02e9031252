import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CodeOptions } from '#components/staff/code-options.tsx';
import { type FormValues, fieldOf } from '#components/staff/form-values.ts';
import { NameField, PhoneField } from '#components/staff/person-fields.tsx';
import { ShortcutsHelp } from '#components/staff/shortcuts-help.tsx';
import { Button } from '#components/ui/button.tsx';
import { Kbd } from '#components/ui/page.tsx';
import { Select, TextInput } from '#components/ui/text-input.tsx';
import type { CallOutcome } from '#lib/calls/words.ts';
import type { DepartmentDto, InstitutionDto } from '#lib/directory/dto.ts';

/** The key of each ending: outside of fields it ends the call, or leads to what is still to be said. */
const CALL_KEYS: Record<CallOutcome, string> = {
  ANSWERED: 'o',
  FILED: 'z',
  REDIRECTED: 'i',
  TRANSFERRED: 'p',
  CALL_BACK: 'd',
};

export type CallOutcomesProps = {
  values: FormValues;
  institutions: InstitutionDto[];
  departments: DepartmentDto[];
};

/** How the call ended, each ending with what it needs. */
export function CallOutcomes(props: CallOutcomesProps) {
  const t = useTranslations('calls');
  return (
    <fieldset className="call-ends">
      <legend className="legend">{t('outcome')}</legend>
      <div className="row">
        <End outcome="ANSWERED" main />
        <End outcome="FILED" />
      </div>
      <Redirected {...props} />
      <Transferred {...props} />
      <CallBack {...props} />
    </fieldset>
  );
}

/** The button of an ending. Its key is heard by the button, or by the first field of the ending. */
function End({ outcome, main, keyless }: { outcome: CallOutcome; main?: boolean; keyless?: boolean }) {
  const t = useTranslations('calls.end');
  const key = CALL_KEYS[outcome];
  return (
    <Button
      look={main ? 'main' : 'quiet'}
      name="outcome"
      value={outcome}
      {...(!keyless && { 'data-shortcut': key, 'aria-keyshortcuts': key })}
    >
      {t(outcome)} <Kbd>{key.toUpperCase()}</Kbd>
    </Button>
  );
}

function Ending({ outcome, children }: { outcome: CallOutcome; children: ReactNode }) {
  return (
    <div className="call-end" data-ending={outcome}>
      {children}
      <End outcome={outcome} keyless />
    </div>
  );
}

function Redirected({ values, institutions }: CallOutcomesProps) {
  const t = useTranslations('calls');
  return (
    <Ending outcome="REDIRECTED">
      <Select
        {...fieldOf(values, 'institution')}
        label={t('institution')}
        data-shortcut={CALL_KEYS.REDIRECTED}
      >
        <option value="">{t('choose')}</option>
        <CodeOptions of={institutions} />
      </Select>
    </Ending>
  );
}

function Transferred({ values, departments }: CallOutcomesProps) {
  const t = useTranslations('calls');
  return (
    <Ending outcome="TRANSFERRED">
      <Select
        {...fieldOf(values, 'department')}
        label={t('department')}
        data-shortcut={CALL_KEYS.TRANSFERRED}
      >
        <option value="">{t('choose')}</option>
        <CodeOptions of={departments} />
      </Select>
    </Ending>
  );
}

function CallBack({ values }: CallOutcomesProps) {
  const t = useTranslations('calls');
  return (
    <Ending outcome="CALL_BACK">
      <div className="call-who">
        <PhoneField values={values} label={t('phone')} data-shortcut={CALL_KEYS.CALL_BACK} />
        <NameField values={values} label={t('name')} />
        <TextInput {...fieldOf(values, 'day')} label={t('day')} type="date" />
        <TextInput {...fieldOf(values, 'time')} label={t('time')} type="time" />
      </div>
    </Ending>
  );
}

/** The keys of a call in words. */
export function CallKeys() {
  const t = useTranslations('calls.end');
  const keys = Object.entries(CALL_KEYS) as [CallOutcome, string][];
  return (
    <ShortcutsHelp
      actions={[]}
      more={keys.map(([outcome, key]) => ({ key: key.toUpperCase(), words: t(outcome) }))}
    />
  );
}
