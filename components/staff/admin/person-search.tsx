import { useTranslations } from 'next-intl';
import { kept, type Refused, useFieldErrors } from '#components/staff/refused.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

/** By the whole address or the whole number; nothing of it stands in the address of the page. */
export function PersonSearch({ state, path }: { state: Refused | null; path: string }) {
  const t = useTranslations('admin.privacy');
  const error = useFieldErrors(state)('email');
  return (
    <form className="stack" method="post" action="/api/privacy/find" noValidate>
      <input type="hidden" name="back" value={path} />
      <TextInput
        name="email"
        type="email"
        label={t('email')}
        defaultValue={kept(state, 'email')}
        autoComplete="off"
        {...(error && { error })}
      />
      <TextInput
        name="phone"
        type="tel"
        label={t('phone')}
        defaultValue={kept(state, 'phone')}
        autoComplete="off"
      />
      <Button look="plain">{t('find')}</Button>
    </form>
  );
}
