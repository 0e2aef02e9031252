import { useTranslations } from 'next-intl';
import { classNames } from '#components/ui/class-names.ts';
import { described, FieldNotes } from '#components/ui/field.tsx';
import { EMERGENCY } from '#lib/i18n/phone.ts';

type QuestionFieldsProps = { text: string; error?: string };

/** The first step of a question: the question itself. */
export function QuestionFields({ text, error }: QuestionFieldsProps) {
  const t = useTranslations('kinds.question');
  const hint = t('hint');
  return (
    <>
      <div className={classNames('field', 'field-page', error && 'field-error')}>
        <h1>
          <label htmlFor="text">{t('title')}</label>
        </h1>
        <FieldNotes id="text" hint={hint} error={error} />
        <textarea
          {...described('text', { hint, error })}
          id="text"
          name="text"
          className="input"
          rows={5}
          defaultValue={text}
        />
      </div>
      <ul className="notes list-plain">
        <li>{t('private')}</li>
        <li>{t('numbers')}</li>
        <li>{t.rich('urgent', { link: (words) => <a href={`tel:${EMERGENCY}`}>{words}</a> })}</li>
      </ul>
    </>
  );
}
