'use client';

import { useEffect, useState } from 'react';
import { Polygon, TileLayer, Tooltip, useMap, useMapEvents } from 'react-leaflet';

/** Required by OpenStreetMap's licence wherever its pictures are shown. */
const CREDIT = '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>';
const PROBE = { z: 12, x: 2274, y: 1387 };
const PATIENCE_MS = 6_000;
const NAMES_ZOOM = 12;

type District = { name: string; outline: [lat: number, lng: number][] };

/** What lies under the pin: the tiles, or the outlines of the districts where tiles do not come. */
export function Ground({ tiles, onMissing }: { tiles: string; onMissing: () => void }) {
  const map = useMap();
  const [answer, setAnswer] = useState<'waiting' | 'yes' | 'no'>('waiting');
  useEffect(() => {
    map.attributionControl.setPrefix(false);
    return probe(tiles, (is) => {
      setAnswer(is);
      if (is === 'no') onMissing();
    });
  }, [map, tiles, onMissing]);
  if (answer === 'waiting') return null;
  return answer === 'yes' ? <TileLayer url={tiles} attribution={CREDIT} maxZoom={19} /> : <Districts />;
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

/** Names lie below the pins, and are left out where they would lie on each other. */
function Districts() {
  const map = useMap();
  const [named, setNamed] = useState(map.getZoom() >= NAMES_ZOOM);
  useMapEvents({ zoomend: () => setNamed(map.getZoom() >= NAMES_ZOOM) });
  const [districts, setDistricts] = useState<District[]>([]);
  useEffect(() => {
    let wanted = true;
    fetch(`/api/drafts/outlines?lang=${document.documentElement.lang}`)
      .then((response) => (response.ok ? response.json() : []))
      .then((found: District[]) => wanted && setDistricts(found))
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, []);
  return districts.map(({ name, outline }) => (
    <Polygon
      key={name}
      positions={outline}
      interactive={false}
      className="m-d"
      pathOptions={{ weight: 2, opacity: 1, fillOpacity: 1 }}
    >
      {named && (
        <Tooltip permanent direction="center" className="map-name" pane="shadowPane">
          {name}
        </Tooltip>
      )}
    </Polygon>
  ));
}
