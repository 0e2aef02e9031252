import { useTranslations } from 'next-intl';

type StepsProps = { current: number; total: number; label: string };

/** Where am I in the form: in words, with a bar for the eye only. `current` counts from 1. */
export function Steps({ current, total, label }: StepsProps) {
  const t = useTranslations('common');
  const numbers = Array.from({ length: total }, (_, index) => index + 1);
  return (
    <div className="steps">
      <p>{t('step', { current, total, label })}</p>
      <ol aria-hidden="true">
        {numbers.map((number) => (
          <li key={number} className={number < current ? 'past' : number === current ? 'now' : undefined} />
        ))}
      </ol>
    </div>
  );
}
