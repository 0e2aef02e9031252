'use client';

import type { LatLng, Map as LeafletMap } from 'leaflet';
import type { ReactNode } from 'react';

const STEP_PIXELS = 120;

type Tool = 'up' | 'left' | 'right' | 'down' | 'zoomIn' | 'zoomOut';
export type ControlWords = Record<Tool | 'zoom' | 'pan', string>;

type MapControlsProps = {
  map: LeafletMap | null;
  words: ControlWords;
  icons: Record<string, ReactNode>;
  /** More tools beside the zoom. */
  children?: ReactNode;
};

/** Everything the fingers can do, as buttons: moving the map never needs dragging. */
export function MapControls({ map, words, icons, children }: MapControlsProps) {
  const pan = (x: number, y: number) => () =>
    map?.panBy([x * STEP_PIXELS, y * STEP_PIXELS], { animate: false });
  const zoom = (by: number) => () =>
    map?.setZoomAround(seenCentre(map), map.getZoom() + by, { animate: false });
  const button = (name: Tool, className: string, act: () => void) => (
    <button type="button" className={`mb ${className}`} onClick={act}>
      {icons[name]}
      <span className="sr">{words[name]}</span>
    </button>
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, and these are tools of the map */}
      <div className="map-ctl" role="group" aria-label={words.zoom}>
        {button('zoomIn', '', zoom(1))}
        {button('zoomOut', '', zoom(-1))}
        {children}
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

/** The middle of what is on the screen: a map that goes on below it would lead away from what somebody looks at. */
function seenCentre(map: LeafletMap): LatLng {
  const { top, bottom, width, height } = map.getContainer().getBoundingClientRect();
  const [first, last] = [Math.max(0, -top), height - Math.max(0, bottom - window.innerHeight)];
  return map.containerPointToLatLng([width / 2, last > first ? (first + last) / 2 : height / 2]);
}
