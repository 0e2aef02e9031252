import { useTranslations } from 'next-intl';
import { useFieldErrors } from '#components/staff/refused.tsx';
import { Details } from '#components/ui/details.tsx';
import { TextArea } from '#components/ui/text-input.tsx';
import { LOCALES } from '#lib/i18n/languages.ts';
import { type FieldProps, heldBy } from './field-entries.ts';

const MOST = 6;
const PARTS = ['question', 'answer'] as const;

/** Questions with their answers: those that are there, and room for one more. Emptied, a pair is gone. */
export function PairFields(props: FieldProps) {
  const { field } = props;
  const t = useTranslations('admin.records');
  const held = heldBy(props);
  const isThere = (index: number) =>
    PARTS.some((part) => LOCALES.some((code) => held(`${field.name}.${index}.${part}.${code}`) !== ''));
  const places = Array.from({ length: MOST }, (_, index) => index);
  const count = places.filter(isThere).length;
  return (
    <div className="stack">
      {places.slice(0, count + 1).map((index) => (
        <Details
          key={index}
          summary={index < count ? t('pair', { number: index + 1 }) : t('newPair')}
          open={index < count}
        >
          <Pair {...props} index={index} />
        </Details>
      ))}
    </div>
  );
}

function Pair(props: FieldProps & { index: number }) {
  const { field, index, state } = props;
  const t = useTranslations('admin');
  const held = heldBy(props);
  const errorOf = useFieldErrors(state);
  return (
    <>
      {PARTS.map((part) => (
        <fieldset className="adm-langs" key={part}>
          <legend className="legend">{t(`fields.${part}`)}</legend>
          {LOCALES.map((code) => {
            const name = `${field.name}.${index}.${part}.${code}`;
            const error = errorOf(name);
            return (
              <TextArea
                key={code}
                name={name}
                lang={code}
                label={t(`languages.${code}`)}
                defaultValue={held(name)}
                rows={part === 'question' ? 2 : 4}
                {...(error && { error })}
              />
            );
          })}
        </fieldset>
      ))}
    </>
  );
}
