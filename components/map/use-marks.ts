'use client';

import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useState } from 'react';
import { statusLook } from '#components/ui/status-look.ts';
import { formatDate } from '#lib/i18n/dates.ts';
import type { Outcome, Status, WaitingOn } from '#lib/submissions/words.ts';
import type { BrowseProps, Mark } from './browse-props.ts';

const PAUSE_MS = 120;
/** A little more than is seen, so that a small move shows no bare edge. */
const BEYOND = 0.1;

type Properties = {
  count?: number;
  reference: string;
  title: string;
  titleLang?: string;
  status: Status;
  waitingOn: WaitingOn;
  outcome: Outcome | null;
  overdue: boolean;
  receivedAt: string;
};
type Feature = { geometry: { coordinates: [lng: number, lat: number] }; properties: Properties };

type Asked = Pick<BrowseProps, 'query' | 'locale'> & {
  /** Another number asks again. */
  attempt: number;
  onMarks: (came: boolean) => void;
};

/** The marks of what the map shows, asked for again whenever that changes; old ones stay until new ones are there. */
export function useMarks(map: LeafletMap | null, { query, locale, attempt, onMarks }: Asked): Mark[] {
  const [marks, setMarks] = useState<Mark[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks the same again
  useEffect(() => {
    if (!map) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let request = new AbortController();
    const ask = async () => {
      request.abort();
      request = new AbortController();
      const { signal } = request;
      try {
        const found = await fetchMarks(addressFor(map, query, locale), locale, signal);
        setMarks(found);
        onMarks(true);
      } catch {
        if (!signal.aborted) onMarks(false);
      }
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MS);
    };
    soon();
    map.on('moveend', soon);
    window.addEventListener('online', soon);
    return () => {
      clearTimeout(timer);
      request.abort();
      map.off('moveend', soon);
      window.removeEventListener('online', soon);
    };
  }, [map, query, locale, attempt, onMarks]);
  return marks;
}

function addressFor(map: LeafletMap, query: string, locale: string): string {
  const params = new URLSearchParams(query);
  const bounds = map.getBounds().pad(BEYOND);
  params.set('bbox', boxText(bounds));
  params.set('zoom', String(map.getZoom()));
  params.set('lang', locale);
  return `/api/map?${params}`;
}

type Bounds = ReturnType<LeafletMap['getBounds']>;

/** `w,s,e,n`, to about a metre, and never beyond the earth. */
export function boxText(bounds: Bounds): string {
  const kept = [
    Math.max(bounds.getWest(), -180),
    Math.max(bounds.getSouth(), -85),
    Math.min(bounds.getEast(), 180),
    Math.min(bounds.getNorth(), 85),
  ];
  return kept.map((degrees) => degrees.toFixed(5)).join(',');
}

async function fetchMarks(address: string, locale: string, signal: AbortSignal): Promise<Mark[]> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`map: ${response.status}`);
  const { features } = (await response.json()) as { features: Feature[] };
  return features.map((feature) => markOf(feature, locale));
}

function markOf({ geometry, properties }: Feature, locale: string): Mark {
  const [lng, lat] = geometry.coordinates;
  if (properties.count) return { lat, lng, count: properties.count };
  const { reference, title, titleLang, receivedAt } = properties;
  const day = formatDate(locale, new Date(receivedAt));
  return { lat, lng, single: { reference, title, titleLang, day, ...statusLook(properties) } };
}
