import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { type Refused, useFieldErrors } from './refused.tsx';

/** One's own password. The hint says the rule before anything is refused by it. */
export function PasswordForm({ state, path }: { state: Refused | null; path: string }) {
  const t = useTranslations('staff.password');
  const errorOf = useFieldErrors(state);
  return (
    <form className="stack" method="post" action="/api/account/password" noValidate>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="next" value={`${path}?zrobione=haslo`} />
      <TextInput
        name="password"
        type="password"
        label={t('current')}
        error={errorOf('password')}
        autoComplete="current-password"
      />
      <TextInput
        name="newPassword"
        type="password"
        label={t('new')}
        hint={t('lead')}
        error={errorOf('newPassword')}
        autoComplete="new-password"
      />
      <Button>{t('submit')}</Button>
    </form>
  );
}
