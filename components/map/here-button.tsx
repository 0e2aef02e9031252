'use client';

import type { Map as LeafletMap } from 'leaflet';
import { type ReactNode, useState } from 'react';
import type { BrowseWords } from './browse-props.ts';

const NEAR_ZOOM = 16;
const PATIENCE_MS = 10_000;

type HereButtonProps = { map: LeafletMap | null; words: BrowseWords; icon: ReactNode };

/** Brings the map to where the person is. The position stays in the browser. */
export function HereButton({ map, words, icon }: HereButtonProps) {
  const [denied, setDenied] = useState(false);
  const go = () => {
    setDenied(false);
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => map?.setView([coords.latitude, coords.longitude], NEAR_ZOOM, { animate: false }),
      () => setDenied(true),
      { timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  };
  return (
    <>
      <button type="button" className="mb" onClick={go}>
        {icon}
        <span className="sr">{words.here}</span>
      </button>
      <span className="sr" role="status">
        {denied && words.hereDenied}
      </span>
    </>
  );
}
