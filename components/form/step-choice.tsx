import { useTranslations } from 'next-intl';
import { RadioChoices } from '#components/ui/choices.tsx';
import { Link } from '#components/ui/link.tsx';
import type { PendingView } from '#lib/filing/dto.ts';

const KNOWN_TYPES = [
  'street',
  'address',
  'crossing',
  'stop',
  'neighbourhood',
  'district',
  'park',
  'landmark',
];

type ChoiceFieldsProps = {
  /** Where the place is typed anew. */
  again: string;
  pending: PendingView;
  error?: string;
};

/** Several places have that name: one of them, or what was written. */
export function ChoiceFields({ again, pending, error }: ChoiceFieldsProps) {
  const t = useTranslations('filing.place');
  const choices = pending.candidates.map(({ label, type, district }, index) => ({
    value: String(index),
    label,
    hint: [
      KNOWN_TYPES.includes(type) && t(`types.${type}`),
      district && t('district', { roman: district.roman, name: district.name }),
    ]
      .filter(Boolean)
      .join(', '),
  }));
  return (
    <>
      <h1>{t('choice.title')}</h1>
      <p className="lead">{t('choice.lead', { typed: pending.typed })}</p>
      <RadioChoices
        name="choice"
        label={t('choice.title')}
        legendHidden
        error={error}
        defaultValue="0"
        choices={[...choices, { value: 'typed', label: t('choice.typed', { typed: pending.typed }) }]}
      />
      <p>
        <Link className="link-block" href={again}>
          {t('choice.again')}
        </Link>
      </p>
    </>
  );
}
