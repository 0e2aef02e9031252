import type { Point, Ring } from './geometry.ts';

/** Units of the drawing's longer side. */
const SIZE = 100;
const MARGIN = 6;

/** A district's outline and a point in it as a small drawing; longitudes are narrowed as they are at Kraków. */
export function drawOutline(
  ring: Ring,
  point: Point,
): { viewBox: string; shape: string; pin: { x: number; y: number } } {
  const narrow = Math.cos((50.06 * Math.PI) / 180);
  const flat = ring.map(([lng, lat]) => ({ x: lng * narrow, y: -lat }));
  const all = [...flat, { x: point.lng * narrow, y: -point.lat }];
  const left = Math.min(...all.map(({ x }) => x));
  const top = Math.min(...all.map(({ y }) => y));
  const width = Math.max(...all.map(({ x }) => x)) - left;
  const height = Math.max(...all.map(({ y }) => y)) - top;
  const scale = SIZE / Math.max(width, height, Number.EPSILON);
  const place = ({ x, y }: { x: number; y: number }) => ({
    x: round((x - left) * scale),
    y: round((y - top) * scale),
  });
  const shape = flat
    .map(place)
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`)
    .join('');
  const viewBox = [
    -MARGIN,
    -MARGIN,
    round(width * scale) + 2 * MARGIN,
    round(height * scale) + 2 * MARGIN,
  ].join(' ');
  return { viewBox, shape: `${shape}Z`, pin: place({ x: point.lng * narrow, y: -point.lat }) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
