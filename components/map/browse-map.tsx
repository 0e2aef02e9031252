'use client';

import './leaflet.css';

import type { Map as LeafletMap } from 'leaflet';
import { useState } from 'react';
import { MapContainer } from 'react-leaflet';
import type { BrowseProps, Mark } from './browse-props.ts';
import { Ground } from './ground.tsx';
import { HereButton } from './here-button.tsx';
import { MapControls } from './map-controls.tsx';
import { MarkCard } from './mark-card.tsx';
import { CITY_BOUNDS, useArea } from './use-area.ts';
import { useListHighlight } from './use-list-highlight.ts';
import { useMarkLayer } from './use-mark-layer.ts';
import { useMarks } from './use-marks.ts';

const NEAREST_ZOOM = 19;

type BrowseMapProps = BrowseProps & {
  attempt: number;
  /** The tiles do not come. */
  onMissing: () => void;
  /** Whether the cases came. */
  onMarks: (came: boolean) => void;
};

/** Clusters and pins of everything that is public. Moving it narrows the list; a pin and its item show each other. */
export function BrowseMap(props: BrowseMapProps) {
  const { bbox, home, words, icons } = props;
  const [map, setMap] = useState<LeafletMap | null>(null);
  const [open, setOpen] = useState<Mark | null>(null);
  const marks = useMarks(map, props);
  const [pointed, point] = useListHighlight(props.listed);
  useArea(map, bbox, home);
  useMarkLayer({
    map,
    marks,
    listed: props.listed,
    pointed,
    words,
    onOpen: (mark) => {
      const further = mark.count !== undefined && map !== null && map.getZoom() < NEAREST_ZOOM;
      setOpen(further ? null : mark);
      if (further) map.setView([mark.lat, mark.lng], Math.min(map.getZoom() + 2, NEAREST_ZOOM));
      point(mark.single?.reference ?? null, true);
    },
  });
  return (
    <>
      <MapContainer
        ref={setMap}
        bounds={CITY_BOUNDS}
        minZoom={9}
        maxZoom={NEAREST_ZOOM}
        zoomControl={false}
        trackResize={false}
        className="map-canvas"
      >
        <Ground tiles={props.tiles} onMissing={props.onMissing} />
      </MapContainer>
      <MapControls map={map} words={words} icons={icons}>
        <HereButton map={map} words={words} icon={icons.here} />
      </MapControls>
      <MarkCard mark={open} props={props} onClose={() => setOpen(null)} />
    </>
  );
}
