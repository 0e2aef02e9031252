'use client';

import { lazy, useCallback, useRef, useState } from 'react';
import { MapFrame } from './map-frame.tsx';
import type { LazyMapProps } from './map-props.ts';

const PickingMap = lazy(() => import('./picking-map.tsx').then((module) => ({ default: module.PickingMap })));

/** The map, loaded when it comes into view and not before. Everything it does can be done without it. */
export function LazyMap(props: LazyMapProps) {
  const { words } = props;
  const frame = useRef<HTMLElement>(null);
  const [bare, setBare] = useState(false);
  const onMissing = useCallback(() => setBare(true), []);
  return (
    <div className="map-panel js-only">
      <a className="skip-in" href="#chosen-place">
        {words.skip}
      </a>
      <section className="map map-pick-w" aria-label={words.name} ref={frame}>
        <MapFrame frame={frame} words={words}>
          <PickingMap {...props} onMissing={onMissing} />
        </MapFrame>
      </section>
      <p className="meta map-under" role="status">
        {bare && words.noTiles}
      </p>
    </div>
  );
}
