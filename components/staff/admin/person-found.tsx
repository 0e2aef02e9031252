import { useTranslations } from 'next-intl';
import { kept, type Refused, useFieldErrors } from '#components/staff/refused.tsx';
import { Button } from '#components/ui/button.tsx';
import { CheckboxChoice } from '#components/ui/choices.tsx';
import { TextArea } from '#components/ui/text-input.tsx';
import type { PersonCounts } from '#lib/privacy/dto.ts';

type Who = { email: string; phone: string };
type Props = { who: Who; counts: PersonCounts; state: Refused | null; path: string };

/** How much there is, and the two things a person may ask for. */
export function PersonFound(props: Props) {
  const t = useTranslations('admin.privacy');
  const { who, counts } = props;
  return (
    <section className="stack" aria-labelledby="person-title">
      <h2 id="person-title">{t('found', { who: [who.email, who.phone].filter(Boolean).join(', ') })}</h2>
      <ul className="adm-usage">
        {(['cases', 'supports', 'callBacks', 'drafts'] as const).map((what) => (
          <li key={what}>{t(`counts.${what}`, { count: counts[what] })}</li>
        ))}
      </ul>
      <form className="row" method="post" action="/api/privacy/export">
        <Asked who={who} />
        <Button look="quiet" name="as" value="text">
          {t('exportText')}
        </Button>
        <Button look="quiet" name="as" value="json">
          {t('exportJson')}
        </Button>
      </form>
      <EraseForm {...props} />
    </section>
  );
}

function Asked({ who }: { who: Who }) {
  return (
    <>
      <input type="hidden" name="email" value={who.email} />
      <input type="hidden" name="phone" value={who.phone} />
    </>
  );
}

function EraseForm({ who, state, path }: Props) {
  const t = useTranslations('admin.privacy');
  const errorOf = useFieldErrors(state);
  const [reason, confirm] = [errorOf('reason'), errorOf('confirm')];
  return (
    <form className="stack adm-action" method="post" action="/api/privacy/erase" noValidate>
      <h3>{t('eraseTitle')}</h3>
      <p>{t('eraseText')}</p>
      <input type="hidden" name="back" value={path} />
      <Asked who={who} />
      <TextArea
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        rows={2}
        defaultValue={kept(state, 'reason')}
        {...(reason && { error: reason })}
      />
      <CheckboxChoice name="endLinks" label={t('endLinks')} />
      <CheckboxChoice name="confirm" label={t('confirm')} {...(confirm && { error: confirm })} />
      <Button look="danger">{t('erase')}</Button>
    </form>
  );
}
