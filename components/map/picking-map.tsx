'use client';

import './leaflet.css';

import { divIcon, type Map as LeafletMap } from 'leaflet';
import { useEffect, useState } from 'react';
import { MapContainer, Marker, useMapEvents } from 'react-leaflet';
import type { PickedPoint } from '#components/form/picker-words.ts';
import { Ground } from './ground.tsx';
import { MapControls } from './map-controls.tsx';
import type { LazyMapProps, MapMark } from './map-props.ts';

const CITY: [number, number] = [50.0614, 19.9383];
const CITY_ZOOM = 12;
const PLACE_ZOOM = 17;

/** Drawn by our style sheet: no picture files of the library. */
const PIN = divIcon({ className: 'pin-mark', html: '', iconSize: [36, 48], iconAnchor: [18, 46] });

const numbered = (number: number) =>
  divIcon({ className: 'mark-n', html: String(number), iconSize: [28, 28], iconAnchor: [14, 14] });

type PickingMapProps = LazyMapProps & {
  /** The tiles do not come. */
  onMissing: () => void;
};

/** A map to set one pin: by a click, or by moving the map under the crosshair and pressing the button. */
export function PickingMap(props: PickingMapProps) {
  const { point, centre, marks = [], tiles, words, icons, onPick, onMissing } = props;
  const [map, setMap] = useState<LeafletMap | null>(null);
  const begin = point ?? centre;
  useFollow(map, point);
  const pickCentre = () => {
    if (!map) return;
    const { lat, lng } = map.getCenter();
    onPick(lat, lng);
  };
  return (
    <>
      <MapContainer
        ref={setMap}
        center={begin ? [begin.lat, begin.lng] : CITY}
        zoom={begin ? PLACE_ZOOM : CITY_ZOOM}
        minZoom={10}
        maxZoom={19}
        zoomControl={false}
        className="map-canvas"
      >
        <Ground tiles={tiles} onMissing={onMissing} />
        <Marks marks={marks} />
        {point && (
          <Marker position={[point.lat, point.lng]} icon={PIN} interactive={false} keyboard={false} alt="" />
        )}
        <Clicks onPick={onPick} />
      </MapContainer>
      <Crosshair />
      <MapControls map={map} words={words} icons={icons} />
      <button type="button" className="btn map-set" onClick={pickCentre}>
        {icons.pin}
        {words.set}
      </button>
    </>
  );
}

function Marks({ marks }: { marks: readonly MapMark[] }) {
  return marks.map(({ lat, lng, number }) => (
    <Marker
      key={number}
      position={[lat, lng]}
      icon={numbered(number)}
      interactive={false}
      keyboard={false}
      alt=""
    />
  ));
}

function Clicks({ onPick }: Pick<LazyMapProps, 'onPick'>) {
  useMapEvents({ click: ({ latlng }) => onPick(latlng.lat, latlng.lng) });
  return null;
}

/** A point chosen elsewhere (an address, the phone's position) brings the map there. */
function useFollow(map: LeafletMap | null, point: PickedPoint | null) {
  useEffect(() => {
    if (!map || !point) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const zoom = point.from === 'map' ? map.getZoom() : Math.max(map.getZoom(), PLACE_ZOOM);
    map.setView([point.lat, point.lng], zoom, { animate: !still });
  }, [map, point]);
}

function Crosshair() {
  return (
    <span className="cross" aria-hidden="true">
      <svg viewBox="0 0 64 64" focusable="false" aria-hidden="true">
        <path className="x-h" d="M32 4v20M32 40v20M4 32h20M40 32h20" />
        <path className="x-l" d="M32 4v20M32 40v20M4 32h20M40 32h20" />
        <circle className="x-d" cx="32" cy="32" r="5" />
      </svg>
    </span>
  );
}
