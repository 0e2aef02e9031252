import { useTranslations } from 'next-intl';

/** Names that help to find one's way; places are in the drawing's own units (public/city.svg). */
const NAMES = [
  { name: 'huta', x: 829.8, y: 173.8 },
  { name: 'tyniec', x: 95.3, y: 398.2 },
  { name: 'bronowice', x: 192.9, y: 164.7 },
  { name: 'swoszowice', x: 388.2, y: 557.5 },
  { name: 'biezanow', x: 604.4, y: 456.1 },
];

/** The outline of the city with its districts and the Vistula: a picture, not a map to use. */
export function CityMap() {
  const t = useTranslations('home.map');
  return (
    <div className="map map-teaser">
      <svg viewBox="4 4 1016 600" role="img" aria-label={t('alt')} preserveAspectRatio="xMidYMid slice">
        <use className="m-d" href="/city.svg#districts" />
        <use className="m-r" href="/city.svg#river" strokeWidth="9" />
        {NAMES.map(({ name, x, y }) => (
          <text key={name} className="m-l m-n" x={x} y={y} fontSize="23.8">
            {t(`names.${name}`)}
          </text>
        ))}
      </svg>
    </div>
  );
}
