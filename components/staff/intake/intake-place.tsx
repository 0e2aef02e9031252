'use client';

import { fieldMessage } from '#components/form/field-message.tsx';
import type { PlacePickerProps } from '#components/form/picker-props.ts';
import { PlaceCombobox } from '#components/form/place-combobox.tsx';
import { PointFields, ReadBack } from '#components/form/read-back.tsx';
import type { usePickedPoint } from '#components/form/use-picked-point.ts';
import type { IntakeWords } from './intake-words.ts';

export type IntakePlaceProps = Pick<
  PlacePickerProps,
  'initial' | 'saved' | 'words' | 'districts' | 'language' | 'tiles' | 'icons'
> & { errors: { address?: string; description?: string } };

type Props = { place: IntakePlaceProps; picked: ReturnType<typeof usePickedPoint>; words: IntakeWords };

/** Where it is, in two lines: an address that completes itself, and words for what has none. The map stands beside. */
export function IntakePlace({ place, picked, words }: Props) {
  const { initial, icons } = place;
  return (
    <>
      <div className="in-row">
        <PlaceCombobox
          name="address"
          label={place.words.address}
          error={fieldMessage(place, 'address')}
          value={initial.address}
          words={place.words}
          districts={place.districts}
          language={place.language}
          icon={icons.pin}
          alive={picked.alive}
          onType={() => picked.drop('address')}
          onChoose={(found) => picked.choose('address', found)}
        />
        <Description place={place} words={words} />
      </div>
      <ReadBack picked={picked} words={place.words} icon={icons.chosen} />
      <PointFields point={picked.point} initial={initial} alive={picked.alive} />
      <input type="hidden" name="way" value={picked.point?.from === 'map' ? 'map' : ''} />
    </>
  );
}

function Description({ place, words }: Pick<Props, 'place' | 'words'>) {
  const error = place.errors.description;
  return (
    <div className={error ? 'field field-error' : 'field'}>
      <label htmlFor="description">
        {words.descriptionLabel} <span className="optional">{words.optional}</span>
      </label>
      {fieldMessage(place, 'description')}
      <input
        className="input"
        id="description"
        name="description"
        maxLength={500}
        defaultValue={place.initial.description}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'description-error' : undefined}
      />
    </div>
  );
}
