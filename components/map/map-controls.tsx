'use client';

import type { Map as LeafletMap } from 'leaflet';
import type { ReactNode } from 'react';
import type { MapWords } from '#components/form/picker-words.ts';

const STEP_PIXELS = 120;

type MapControlsProps = { map: LeafletMap | null; words: MapWords; icons: Record<string, ReactNode> };

/** Everything the fingers can do, as buttons: moving the map never needs dragging. */
export function MapControls({ map, words, icons }: MapControlsProps) {
  const pan = (x: number, y: number) => () =>
    map?.panBy([x * STEP_PIXELS, y * STEP_PIXELS], { animate: false });
  const button = (
    name: 'up' | 'left' | 'right' | 'down' | 'zoomIn' | 'zoomOut',
    className: string,
    act: () => void,
  ) => (
    <button type="button" className={`mb ${className}`} onClick={act}>
      {icons[name]}
      <span className="sr">{words[name]}</span>
    </button>
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, and these are tools of the map */}
      <div className="map-ctl" role="group" aria-label={words.zoom}>
        {button('zoomIn', '', () => map?.zoomIn(1, { animate: false }))}
        {button('zoomOut', '', () => map?.zoomOut(1, { animate: false }))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div className="map-pan" role="group" aria-label={words.pan}>
        {button('up', 'up', pan(0, -1))}
        {button('left', 'le', pan(-1, 0))}
        {button('right', 'ri', pan(1, 0))}
        {button('down', 'dn', pan(0, 1))}
      </div>
    </>
  );
}
