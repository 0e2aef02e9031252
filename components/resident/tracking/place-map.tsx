import { useTranslations } from 'next-intl';

export type PlaceOutline = { viewBox: string; shape: string; pin: { x: number; y: number } };

/** Where it is, drawn from the district's outline: needs neither tiles nor JavaScript. The words beside it say the same. */
export function PlaceMap({ outline, place }: { outline: PlaceOutline; place: string }) {
  const t = useTranslations('tracking.map');
  return (
    <div className="map map-small">
      <svg viewBox={outline.viewBox} role="img" aria-label={t('alt', { place })}>
        <path className="m-d" d={outline.shape} />
        <g className="m-p m-new">
          <circle className="m-dot" cx={outline.pin.x} cy={outline.pin.y} r="3.2" />
        </g>
      </svg>
    </div>
  );
}
