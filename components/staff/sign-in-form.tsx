import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { kept, type Refused, useFieldErrors } from './refused.tsx';

type SignInFormProps = { state: Refused | null; next: string | null; back: string };

/** Address and password; a plain form. The password is never kept. */
export function SignInForm({ state, next, back }: SignInFormProps) {
  const t = useTranslations('staff.signIn');
  const errorOf = useFieldErrors(state);
  return (
    <form className="stack" method="post" action="/api/session" noValidate>
      <input type="hidden" name="back" value={back} />
      {next && <input type="hidden" name="next" value={next} />}
      <TextInput
        name="email"
        type="email"
        label={t('email')}
        error={errorOf('email')}
        defaultValue={kept(state, 'email')}
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="none"
      />
      <TextInput
        name="password"
        type="password"
        label={t('password')}
        error={errorOf('password')}
        autoComplete="current-password"
      />
      <div className="form-act">
        <Button>{t('submit')}</Button>
      </div>
    </form>
  );
}
