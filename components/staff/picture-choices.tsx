import { useTranslations } from 'next-intl';
import { FieldNotes, OptionalMark } from '#components/ui/field.tsx';
import type { StaffCase } from '#lib/submissions/staff-case-dto.ts';
import type { StaffCommand } from './command-fields.ts';
import type { Refused } from './refused.tsx';

type PictureChoicesProps = {
  command: StaffCommand;
  item: StaffCase;
  words: { label: string; hint?: string; error?: string };
  state: Refused | null;
};

/** The case's photos to tick, each as a picture with its number. What is shown or asked for already is ticked. */
export function PictureChoices({ command, item, words, state }: PictureChoicesProps) {
  const t = useTranslations('staff.case');
  const photos = item.photoList.filter((photo) => photo.thumb !== null);
  if (photos.length === 0) return null;
  const ticked = state ? [state.values.photos ?? []].flat() : null;
  const usual = (released: boolean) => command === 'release' && (released || !item.released);
  return (
    <fieldset className="ways" aria-describedby={words.error ? 'photos-error' : undefined}>
      <legend className="legend">
        {words.label}
        <OptionalMark />
      </legend>
      <FieldNotes id="photos" hint={words.hint} error={words.error} />
      <div className="pics">
        {photos.map((photo, index) => (
          <div className="choice" key={photo.id}>
            <input
              type="checkbox"
              name="photos"
              value={photo.id}
              id={index === 0 ? 'photos' : `photos-${photo.id}`}
              defaultChecked={ticked ? ticked.includes(photo.id) : usual(photo.released)}
            />
            <label htmlFor={index === 0 ? 'photos' : `photos-${photo.id}`}>
              {/* biome-ignore lint/performance/noImgElement: our own pictures, already in the right size */}
              <img
                src={photo.thumb ?? ''}
                alt={t('photoAlt', { number: index + 1, reference: item.reference })}
                loading="lazy"
              />
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
