'use client';

import { lazy, type ReactNode, useCallback, useRef, useState } from 'react';
import type { BrowseProps } from './browse-props.ts';
import { MapFrame } from './map-frame.tsx';

const BrowseMap = lazy(() => import('./browse-map.tsx').then((module) => ({ default: module.BrowseMap })));

/** The same cases as the list, on a map. It comes when it is seen; the list says everything without it. */
export function BrowsePanel({ children, ...props }: BrowseProps & { children: ReactNode }) {
  const { words } = props;
  const frame = useRef<HTMLElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [trouble, setTrouble] = useState<'noTiles' | 'noMarks' | null>(null);
  const onMissing = useCallback(() => setTrouble('noTiles'), []);
  const onMarks = useCallback(
    (came: boolean) => setTrouble((now) => (came ? (now === 'noMarks' ? null : now) : 'noMarks')),
    [],
  );
  return (
    <>
      <section className="map map-browse" id="mapa" tabIndex={-1} aria-label={words.name} ref={frame}>
        <MapFrame frame={frame} words={words}>
          <BrowseMap {...props} attempt={attempt} onMissing={onMissing} onMarks={onMarks} />
        </MapFrame>
        {trouble === 'noMarks' && (
          <div className="map-again">
            <p role="alert">{words.noMarks}</p>
            <button type="button" className="btn btn-quiet" onClick={() => setAttempt(attempt + 1)}>
              {words.again}
            </button>
          </div>
        )}
        {children}
      </section>
      <p className="meta map-under" role="status">
        {trouble === 'noTiles' && words.noTiles}
      </p>
    </>
  );
}
