import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { PhoneLink } from '#components/ui/plate.tsx';
import type { DistrictDto } from '#lib/directory/dto.ts';
import type { DraftView, PlaceView } from '#lib/filing/dto.ts';
import { PICKER_ICONS } from './picker-icons.tsx';
import type { PlacePickerProps } from './picker-props.ts';
import { PlacePicker } from './place-picker.tsx';
import { placeWords } from './place-words.tsx';
import { usePickerWords } from './use-picker-words.ts';

/** What a refused form brings back; null when the draft itself speaks. */
export type PlaceValues = Record<string, string> | null;

type PlaceFieldsProps = {
  draft: DraftView;
  values: PlaceValues;
  errors: PlacePickerProps['errors'];
  /** The point lies in another town. */
  outside: boolean;
  districts: DistrictDto[];
  tiles: string;
  actions: ReactNode;
};

/** The question of the place, ready for a browser with and without a script. */
export function PlaceFields({ draft, values, errors, outside, districts, tiles, actions }: PlaceFieldsProps) {
  const t = useTranslations('filing.place');
  const names = districts.map(({ number, roman, name }) => [number, t('district', { roman, name })] as const);
  const place = values ? null : draft.place;
  return (
    <PlacePicker
      initial={values ? fromValues(values) : fromPlace(draft.place)}
      saved={place ? placeWords(place, t) : null}
      errors={errors}
      words={usePickerWords()}
      districts={Object.fromEntries(names)}
      language={useLocale()}
      tiles={tiles}
      icons={PICKER_ICONS}
      heading={<Heading required={draft.category?.locationRequired ?? true} outside={outside} />}
      actions={actions}
    />
  );
}

function Heading({ required, outside }: { required: boolean; outside: boolean }) {
  const t = useTranslations('filing.place');
  return (
    <div>
      <h1>{t('title')}</h1>
      <p className="lead">{t(required ? 'lead' : 'leadOptional')}</p>
      {outside && (
        <Banner tone="warn">
          <p>
            {t('outsideHelp')} <PhoneLink />
          </p>
        </Banner>
      )}
    </div>
  );
}

function fromPlace(place: PlaceView | null): PlacePickerProps['initial'] {
  if (!place) return { address: '', nearby: '', description: '', way: null, point: null };
  const { way, lat, lng, approximate } = place;
  const nearby = way === 'nearby';
  const point = lat !== null && lng !== null && way !== 'words' ? { lat, lng, approximate, from: way } : null;
  return {
    address: nearby ? '' : (place.address ?? ''),
    nearby: nearby ? (place.address ?? '') : '',
    description: place.description ?? '',
    way: way === 'address' ? null : way,
    point,
  };
}

function fromValues(values: Record<string, string>): PlacePickerProps['initial'] {
  const { address = '', nearby = '', description = '', way = null } = values;
  const [lat, lng] = [Number(values.lat || 'none'), Number(values.lng || 'none')];
  const from = way === 'nearby' || way === 'here' || way === 'map' ? way : address ? 'address' : 'map';
  const approximate = values.approximate === '1';
  const point =
    Number.isFinite(lat) && Number.isFinite(lng) ? ({ lat, lng, approximate, from } as const) : null;
  return { address, nearby, description, way, point };
}
