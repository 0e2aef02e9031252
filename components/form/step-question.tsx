import { useLocale, useTranslations } from 'next-intl';
import { EmergencyLine } from '#components/ui/emergency-line.tsx';
import type { ProcedureHit } from '#lib/directory/procedure-dto.ts';
import { MOST_CARDS } from '#lib/filing/words.ts';
import { CardHints } from './card-hints.tsx';
import { AskedCard } from './step-cards.tsx';
import { TextQuestion } from './text-question.tsx';

type QuestionFieldsProps = {
  text: string;
  error?: string;
  /** The card it is asked from: who has read one is not offered others. */
  card: ProcedureHit | null;
};

/** The first step of a question: the question itself. */
export function QuestionFields({ text, error, card }: QuestionFieldsProps) {
  const t = useTranslations('kinds.question');
  return (
    <>
      <TextQuestion title={t('title')} hint={t('hint')} text={text} error={error}>
        {card && <AskedCard card={card} />}
      </TextQuestion>
      {!card && <QuestionHints />}
      <ul className="notes list-plain">
        <li>{t('private')}</li>
        <li>{t('numbers')}</li>
        <li>
          <EmergencyLine />
        </li>
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
