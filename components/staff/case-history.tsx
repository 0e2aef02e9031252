import { EnvelopeSimpleIcon, WarningIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import type { StaffEvent, StaffMessage, StaffNotification } from '#lib/submissions/staff-case-dto.ts';
import type { CaseView } from './case-view.ts';
import { useChangeWords, useEventWords, useMomentWords, useWhoWords } from './event-sentence.tsx';
import { PhotoList } from './photo-list.tsx';

/** All that happened, newest first: who, when, with every word that was written and every mail that went out. */
export function CaseHistory({ view }: { view: CaseView }) {
  const t = useTranslations('staff.case');
  const momentOf = useMomentWords(view.today);
  const whoOf = useWhoWords();
  return (
    <section aria-labelledby="history-title">
      <h2 className="h-s" id="history-title">
        {t('history')}
      </h2>
      <ol className="hist-l list-plain">
        {view.item.history.map((event) => (
          <li key={event.id}>
            <p className="meta">
              <time dateTime={event.at}>{momentOf(event.at)}</time>, {whoOf(event)}
            </p>
            <EventBody event={event} view={view} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function EventBody({ event, view }: { event: StaffEvent; view: CaseView }) {
  const wordsOf = useEventWords();
  const changesOf = useChangeWords();
  return (
    <div className="hist-b">
      <p>
        <strong>{wordsOf(event)}</strong>
      </p>
      {changesOf(event).map((change) => (
        <p key={change}>{change}</p>
      ))}
      {event.messages.map((message) => (
        <MessageText key={message.id} message={message} />
      ))}
      <PhotoList photos={event.photos} reference={view.item.reference} />
      {event.notifications.map((mail) => (
        <MailState key={mail.id} mail={mail} today={view.today} />
      ))}
    </div>
  );
}

function MessageText({ message }: { message: StaffMessage }) {
  const t = useTranslations('staff');
  return (
    <div className="hist-m">
      <p className="meta">
        {t(`messages.${message.role}`)} · {t(`visibility.${message.visibility}`)}
      </p>
      <p className="pre" lang={message.locale}>
        {message.text ?? t('case.redacted')}
      </p>
    </div>
  );
}

function MailState({ mail, today }: { mail: StaffNotification; today: string }) {
  const t = useTranslations('staff.mail');
  const reason = useTranslations('workday.oversight.reasons');
  const momentOf = useMomentWords(today);
  const retrying = mail.state === 'PENDING' && mail.attempts > 0;
  const state = retrying
    ? t('retrying', { attempts: mail.attempts })
    : t(mail.state, { at: momentOf(mail.at), why: mail.failure ? reason(mail.failure) : '' });
  const late = retrying || mail.state === 'FAILED';
  return (
    <p className={late ? 'meta mail-s q-late' : 'meta mail-s'}>
      <Icon of={late ? WarningIcon : EnvelopeSimpleIcon} weight={late ? 'fill' : 'regular'} />
      <span>
        {t(mail.recipient)}: {state}
      </span>
    </p>
  );
}
