import { useTranslations } from 'next-intl';
import { EmergencyLine } from '#components/ui/emergency-line.tsx';
import { TextQuestion } from './text-question.tsx';

type WhatFieldsProps = { text: string; error?: string };

/** The first question: a few words, and nothing else. */
export function WhatFields({ text, error }: WhatFieldsProps) {
  const t = useTranslations('filing.what');
  return (
    <>
      <TextQuestion title={t('title')} hint={t('hint')} text={text} error={error} />
      <ul className="notes list-plain">
        <li>{t('one')}</li>
        <li>{t('private')}</li>
        <li>
          <EmergencyLine />
        </li>
      </ul>
    </>
  );
}
