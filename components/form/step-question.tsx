import { useLocale, useTranslations } from 'next-intl';
import { classNames } from '#components/ui/class-names.ts';
import { described, FieldNotes } from '#components/ui/field.tsx';
import type { ProcedureHit } from '#lib/directory/procedure-dto.ts';
import { MOST_CARDS } from '#lib/filing/words.ts';
import { EMERGENCY } from '#lib/i18n/phone.ts';
import { CardHints } from './card-hints.tsx';
import { AskedCard } from './step-cards.tsx';

type QuestionFieldsProps = {
  text: string;
  error?: string;
  /** The card it is asked from: who has read one is not offered others. */
  card: ProcedureHit | null;
};

/** The first step of a question: the question itself. */
export function QuestionFields({ text, error, card }: QuestionFieldsProps) {
  const t = useTranslations('kinds.question');
  const hint = t('hint');
  return (
    <>
      <div className={classNames('field', 'field-page', error && 'field-error')}>
        <h1>
          <label htmlFor="text">{t('title')}</label>
        </h1>
        {card && <AskedCard card={card} />}
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
      {!card && <QuestionHints />}
      <ul className="notes list-plain">
        <li>{t('private')}</li>
        <li>{t('numbers')}</li>
        <li>{t.rich('urgent', { link: (words) => <a href={`tel:${EMERGENCY}`}>{words}</a> })}</li>
      </ul>
    </>
  );
}

function QuestionHints() {
  const t = useTranslations('procedures.hints');
  const found = Array.from({ length: MOST_CARDS }, (_, i) => t('found', { count: i + 1 }));
  const words = { title: t('title'), newTab: t('newTab'), found };
  return <CardHints field="text" language={useLocale()} words={words} />;
}
