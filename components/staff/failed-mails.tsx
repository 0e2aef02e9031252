import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Details } from '#components/ui/details.tsx';
import { Link } from '#components/ui/link.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import type { FailedMail } from '#lib/notifications/failed-dto.ts';
import { casePath } from './case-view.ts';
import { useMomentWords } from './event-sentence.tsx';
import { kept, type Refused, useFieldErrors } from './refused.tsx';

type FailedMailsProps = { mails: FailedMail[]; today: string; state: Refused | null };

/** Mails that did not arrive, each with its reason in words, and what can be done about it now. */
export function FailedMails({ mails, today, state }: FailedMailsProps) {
  const t = useTranslations('workday.oversight');
  return (
    <section aria-labelledby="failed-title" className="stack">
      <h2 id="failed-title">{t('failed')}</h2>
      {mails.length === 0 ? (
        <p className="meta">{t('noneFailed')}</p>
      ) : (
        <ul className="list-plain over-m">
          {mails.map((mail) => (
            <li key={mail.id} className="stack">
              <MailWords mail={mail} today={today} />
              <MailForms mail={mail} state={kept(state, 'mail') === mail.id ? state : null} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function MailWords({ mail, today }: { mail: FailedMail; today: string }) {
  const t = useTranslations('workday.oversight');
  const to = useTranslations('staff.mail');
  const momentOf = useMomentWords(today);
  return (
    <p>
      <strong>{to(mail.recipient)}</strong>
      {mail.department && `, ${mail.department}`}
      {mail.reference && (
        <>
          {', '}
          <Link className="whole" href={casePath(mail.reference, '')}>
            {mail.reference}
          </Link>
        </>
      )}
      <br />
      <span className="meta">
        {momentOf(mail.at)}, {t('attempts', { count: mail.attempts })}
      </span>
      <br />
      {t(`reasons.${mail.reason}`)}
    </p>
  );
}

function MailForms({ mail, state }: { mail: FailedMail; state: Refused | null }) {
  const t = useTranslations('workday.oversight');
  const errorOf = useFieldErrors(state);
  return (
    <>
      <form method="post" action={`/api/notifications/${mail.id}/retry`}>
        <Paths mail={mail} action="retry" />
        <Button look="quiet">
          {t('retry')}
          {mail.reference && <span className="sr">: {mail.reference}</span>}
        </Button>
      </form>
      {mail.mayCorrect && (
        <Details summary={t('correct')} open={state !== null}>
          <form className="stack" method="post" action={`/api/notifications/${mail.id}/address`} noValidate>
            <Paths mail={mail} action="address" />
            <TextInput
              name="email"
              id={state ? 'email' : `email-${mail.id}`}
              type="email"
              label={t('email')}
              hint={t('emailHint')}
              error={errorOf('email')}
              defaultValue={kept(state, 'email')}
              autoComplete="off"
            />
            <Button look="plain">{t('correctSend')}</Button>
          </form>
        </Details>
      )}
    </>
  );
}

function Paths({ mail, action }: { mail: FailedMail; action: 'retry' | 'address' }) {
  const page = localePath(useLocale(), '/staff/nadzor');
  return (
    <>
      <input type="hidden" name="mail" value={mail.id} />
      <input type="hidden" name="back" value={page} />
      <input type="hidden" name="next" value={`${page}?zrobione=${action}`} />
    </>
  );
}
