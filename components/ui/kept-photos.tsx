import { useTranslations } from 'next-intl';
import { KEPT_PHOTOS } from '#lib/media/schema.ts';
import { CheckboxChoice } from './choices.tsx';

/** A photo that a refused form kept: what its box sends, and how its file was called. */
export type KeptPhoto = { value: string; name: string };

/** The photos that need not be chosen again; each goes along until its box is cleared. */
export function KeptPhotos({ photos }: { photos: KeptPhoto[] }) {
  const t = useTranslations('media.kept');
  return (
    <fieldset className="ways kept-photos" aria-describedby={`${KEPT_PHOTOS}-hint`}>
      <legend className="legend">{t('title', { count: photos.length })}</legend>
      <p className="hint" id={`${KEPT_PHOTOS}-hint`}>
        {t('hint')}
      </p>
      {photos.map(({ value, name }, index) => (
        <CheckboxChoice
          key={value}
          name={KEPT_PHOTOS}
          id={`${KEPT_PHOTOS}-${index + 1}`}
          value={value}
          label={name}
          defaultChecked
        />
      ))}
    </fieldset>
  );
}
