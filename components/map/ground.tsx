'use client';

import { useEffect, useState } from 'react';
import { Polygon, TileLayer, useMap } from 'react-leaflet';
import type { MapWords } from '#components/form/picker-words.ts';

/** Required by OpenStreetMap's licence wherever its pictures are shown. */
const CREDIT = '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>';
const PROBE = { z: 12, x: 2274, y: 1387 };
const PATIENCE_MS = 6_000;

type Outline = [lat: number, lng: number][];

/** What lies under the pin: the tiles, or the outlines of the districts where tiles do not come. */
export function Ground({ tiles, words }: { tiles: string; words: MapWords }) {
  const map = useMap();
  const [answer, setAnswer] = useState<'waiting' | 'yes' | 'no'>('waiting');
  useEffect(() => {
    map.attributionControl.setPrefix(false);
    return probe(tiles, setAnswer);
  }, [map, tiles]);
  if (answer === 'waiting') return null;
  return answer === 'yes' ? (
    <TileLayer url={tiles} attribution={CREDIT} maxZoom={19} />
  ) : (
    <Districts words={words} />
  );
}

/** One picture is asked for first: without network that is one failure instead of forty. */
function probe(tiles: string, tell: (answer: 'yes' | 'no') => void): () => void {
  const picture = new Image();
  const timer = setTimeout(() => tell('no'), PATIENCE_MS);
  const answer = (is: 'yes' | 'no') => () => {
    clearTimeout(timer);
    tell(is);
  };
  picture.onload = answer('yes');
  picture.onerror = answer('no');
  picture.src = tiles
    .replace('{s}', 'a')
    .replace('{r}', '')
    .replace('{z}', String(PROBE.z))
    .replace('{x}', String(PROBE.x))
    .replace('{y}', String(PROBE.y));
  return () => {
    clearTimeout(timer);
    picture.onload = null;
    picture.onerror = null;
  };
}

function Districts({ words }: { words: MapWords }) {
  const [outlines, setOutlines] = useState<Outline[]>([]);
  useEffect(() => {
    let wanted = true;
    fetch('/api/drafts/outlines')
      .then((response) => (response.ok ? response.json() : []))
      .then((found: Outline[]) => wanted && setOutlines(found))
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, []);
  return (
    <>
      {outlines.map((outline) => (
        <Polygon
          key={outline[0]?.join(' ')}
          positions={outline}
          interactive={false}
          pathOptions={{ className: 'm-d', weight: 2 }}
        />
      ))}
      <p className="map-note map-note-low" role="status">
        {words.noTiles}
      </p>
    </>
  );
}
