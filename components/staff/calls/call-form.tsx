import { WarningCircleIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { MAX_CALL_NOTE } from '#lib/calls/words.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { CallBoard } from './call-board.tsx';
import { CallOutcomes, type CallOutcomesProps } from './call-outcomes.tsx';

/** One call: its topic and its end, in a plain POST. */
export function CallForm({
  formKey,
  focus,
  ...props
}: CallOutcomesProps & { formKey: string; focus: boolean }) {
  const t = useTranslations('calls');
  const { values } = props;
  return (
    <form method="post" action="/api/staff/calls" noValidate>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="back" value={localePath(useLocale(), '/staff/rozmowy')} />
      <CallBoard
        words={{
          topic: t('topic'),
          topicHint: t('topicHint'),
          suggestions: t('suggestions'),
          openCard: t('openCard'),
        }}
        topic={{
          value: values.value('topic'),
          key: values.value('topicKey'),
          focus,
          error: topicError(values.error('topic')),
        }}
        outcomes={<CallOutcomes {...props} />}
        note={<Note values={values} />}
      />
    </form>
  );
}

/** Nothing at all where nothing is wrong: the field asks whether there is an error. */
function topicError(message: string | undefined) {
  return message && <TopicError message={message} />;
}

function TopicError({ message }: { message: string }) {
  const t = useTranslations('common');
  return (
    <span className="error" id="topic-error">
      <Icon of={WarningCircleIcon} weight="fill" />
      <span>
        <span className="sr">{t('errorPrefix')} </span>
        {message}
      </span>
    </span>
  );
}

function Note({ values }: Pick<CallOutcomesProps, 'values'>) {
  const t = useTranslations('calls');
  return (
    <TextInput
      name="note"
      label={t('note')}
      hint={t('noteHint')}
      optional
      maxLength={MAX_CALL_NOTE}
      autoComplete="off"
      defaultValue={values.value('note')}
      error={values.error('note')}
    />
  );
}
