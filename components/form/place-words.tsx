import { useTranslations } from 'next-intl';
import type { PlaceView } from '#lib/filing/dto.ts';

/** A place read back as text: what was typed or chosen, its district, a name near it. */
export function PlaceWords({ place }: { place: PlaceView }) {
  const t = useTranslations('filing.place');
  const { title, rest } = placeWords(place, t);
  return (
    <>
      {title}
      {rest && (
        <>
          <br />
          <span className="meta">{rest}</span>
        </>
      )}
      {place.description && title !== place.description && (
        <>
          <br />
          <span className="as-written">{place.description}</span>
        </>
      )}
    </>
  );
}

type Words = (key: 'district' | 'near' | 'point', values?: Record<string, string>) => string;

/** The first line of a read-back place, and the second. */
export function placeWords(place: PlaceView, t: Words): { title: string; rest: string } {
  const { address, description, district, near } = place;
  const rest = [
    district && t('district', { roman: district.roman, name: district.name }),
    near && t('near', { name: near }),
  ];
  return { title: address ?? description ?? t('point'), rest: rest.filter(Boolean).join(', ') };
}
