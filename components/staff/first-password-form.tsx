import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { type Refused, useFieldErrors } from './refused.tsx';

type Props = { state: Refused | null; linkKey: string; path: string; email: string };

/** The first password of an account, or a new one instead of one that was forgotten. */
export function FirstPasswordForm({ state, linkKey, path, email }: Props) {
  const t = useTranslations();
  const errorOf = useFieldErrors(state);
  return (
    <form className="stack" method="post" action="/api/account/first-password" noValidate>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="code" value={linkKey} />
      {/* For password managers: which account the password belongs to. */}
      <input
        className="sr"
        type="email"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <TextInput
        name="newPassword"
        type="password"
        label={t('staff.password.new')}
        hint={t('staff.password.lead')}
        error={errorOf('newPassword')}
        autoComplete="new-password"
      />
      <Button>{t('admin.first.submit')}</Button>
    </form>
  );
}
