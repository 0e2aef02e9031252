'use client';

import type { Map as LeafletMap } from 'leaflet';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { boxText } from './use-marks.ts';

/** South-west and north-east of what is shown at first. */
export const CITY_BOUNDS: [[number, number], [number, number]] = [
  [49.975, 19.8],
  [50.125, 20.2],
];
const PAUSE_MS = 450;

/**
 * The area of the map and the area in the address are one: moving the map narrows the list, and an address that
 * changes otherwise (Back, a link) moves the map. The first move is a step that Back takes back; later ones change it.
 */
export function useArea(map: LeafletMap | null, bbox: string | null, home: string | null): void {
  const router = useRouter();
  /** What stands in the address by our own doing, or was shown already. */
  const known = useRef<string | null | undefined>(undefined);
  const shownHome = useRef<string | null>(null);
  useEffect(() => {
    if (!map || (known.current === bbox && (bbox !== null || shownHome.current === home))) return;
    known.current = bbox;
    shownHome.current = home;
    quietly(map, () => show(map, bbox, home));
  }, [map, bbox, home]);
  useEffect(() => {
    if (!map) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      // A list that cannot be fetched would take the page away with it.
      if (!navigator.onLine) return;
      const area = boxText(map.getBounds());
      const turn = known.current == null ? router.push : router.replace;
      known.current = area;
      turn(addressWith(area), { scroll: false });
    };
    const moved = () => {
      clearTimeout(timer);
      if (!isQuiet(map)) timer = setTimeout(write, PAUSE_MS);
    };
    map.on('moveend', moved);
    window.addEventListener('online', moved);
    const stop = followSize(map);
    return () => {
      clearTimeout(timer);
      map.off('moveend', moved);
      window.removeEventListener('online', moved);
      stop();
    };
  }, [map, router]);
}

type Bounds = [[number, number], [number, number]];

/** An area as large as it fits; without one the city, or its districts, in that part of the map that is on the screen. */
function show(map: LeafletMap, bbox: string | null, home: string | null): void {
  const area = boundsOf(bbox);
  if (area) {
    map.fitBounds(area, { animate: false });
    return;
  }
  const { top, bottom } = map.getContainer().getBoundingClientRect();
  const below = Math.min(bottom - window.innerHeight, (bottom - top) / 2);
  const first = boundsOf(home) ?? CITY_BOUNDS;
  map.fitBounds(first, { animate: false, paddingBottomRight: [0, Math.max(0, below)] });
}

function boundsOf(area: string | null): Bounds | null {
  const [west, south, east, north] = area?.split(',').map(Number) ?? [];
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  return [
    [south, west],
    [north, east],
  ];
}

function addressWith(area: string): string {
  const { pathname, search, hash } = window.location;
  const params = new URLSearchParams(search);
  for (const turn of ['before', 'after']) params.delete(turn);
  params.set('bbox', area);
  return `${pathname}?${params}${hash}`;
}

const quiet = new WeakSet<LeafletMap>();
const isQuiet = (map: LeafletMap) => quiet.has(map);

/** Moves the map without anybody having wished to: the list stays as it is. */
function quietly(map: LeafletMap, move: () => void): void {
  quiet.add(map);
  try {
    move();
  } finally {
    quiet.delete(map);
  }
}

/** A window that is turned or widened shows more of the map; that is no wish to narrow the list either. */
function followSize(map: LeafletMap): () => void {
  const container = map.getContainer();
  const observer = new ResizeObserver(() => {
    // A narrow screen hides the map while it shows the list.
    if (container.clientWidth > 0) quietly(map, () => map.invalidateSize({ animate: false }));
  });
  observer.observe(container);
  return () => observer.disconnect();
}
