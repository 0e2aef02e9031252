'use client';

import type { ReactNode } from 'react';
import type { PlacePickerProps } from './picker-props.ts';
import type { PickedPoint, PickerWords } from './picker-words.ts';
import type { usePickedPoint } from './use-picked-point.ts';

type ReadBackProps = { picked: ReturnType<typeof usePickedPoint>; words: PickerWords; icon: ReactNode };

/** Whatever was chosen, said in words, so that nobody has to trust a map. */
export function ReadBack({ picked: { point, reading }, words, icon }: ReadBackProps) {
  return (
    <div id="chosen-place" tabIndex={-1} role="status">
      {reading === 'outside' && <p className="readback readback-no">{words.outside}</p>}
      {reading !== null && reading !== 'outside' && (
        <div className="readback">
          {icon}
          <div>
            <p className="eyebrow">{words.chosen}</p>
            <p className="rb-a">{reading.title}</p>
            <p className="meta">{reading.rest}</p>
            {point?.approximate && <p className="meta">{words.approximate}</p>}
            {!point && <p className="meta">{words.noPoint}</p>}
          </div>
          <a href="#address">
            {words.change}
            <span className="sr"> {words.changeWhat}</span>
          </a>
        </div>
      )}
    </div>
  );
}

type PointFieldsProps = Pick<PlacePickerProps, 'initial'> & { point: PickedPoint | null; alive: boolean };

/**
 * The point as form fields. `pinned` says for which name it was set: when another one is typed without the page's
 * script, the server drops the point.
 */
export function PointFields({ point, initial, alive }: PointFieldsProps) {
  const pinned = point?.from === 'nearby' ? initial.nearby : initial.address;
  return (
    <>
      <input type="hidden" name="lat" value={point ? point.lat.toFixed(6) : ''} />
      <input type="hidden" name="lng" value={point ? point.lng.toFixed(6) : ''} />
      <input type="hidden" name="approximate" value={point?.approximate ? '1' : ''} />
      {point && !alive && <input type="hidden" name="pinned" value={pinned} />}
    </>
  );
}
