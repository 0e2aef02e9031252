'use client';

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { LazyMap } from '#components/map/lazy-map.tsx';
import type { PickedPoint, PickerWords, PlaceSuggestion } from './picker-words.ts';
import { PlaceCombobox } from './place-combobox.tsx';
import { PlaceWays } from './place-ways.tsx';

type FieldName = 'address' | 'nearby' | 'here' | 'map' | 'description';

export type PlacePickerProps = {
  initial: {
    address: string;
    nearby: string;
    description: string;
    way: string | null;
    point: PickedPoint | null;
  };
  /** The saved place, read back. */
  saved: { title: string; rest: string } | null;
  /** Messages at the fields, translated. */
  errors: Partial<Record<FieldName, string>>;
  words: PickerWords;
  districts: Record<number, string>;
  language: string;
  tiles: string;
  icons: { pin: ReactNode; chosen: ReactNode; error: ReactNode; map: Record<string, ReactNode> };
  heading: ReactNode;
  actions: ReactNode;
};

/** "Gdzie to jest?": an address first, other ways below it, the map beside it. Sends plain fields of the form around it. */
export function PlacePicker(props: PlacePickerProps) {
  const { initial, errors, words, districts, language, icons } = props;
  const root = useRef<HTMLDivElement>(null);
  const picked = usePickedPoint(props, root);
  const field = (name: 'address' | 'nearby', label: ReactNode, hint?: string) => (
    <PlaceCombobox
      name={name}
      label={label}
      hint={hint}
      error={errors[name] && <Message id={name} text={errors[name]} words={words} icon={icons.error} />}
      value={initial[name]}
      words={words}
      districts={districts}
      language={language}
      icon={icons.pin}
      alive={picked.alive}
      onType={() => picked.drop(name)}
      onChoose={(place) => picked.choose(name, place)}
    />
  );
  const message = (name: FieldName) =>
    errors[name] && (
      <Message
        id={name === 'description' ? name : `way-${name}`}
        text={errors[name]}
        words={words}
        icon={icons.error}
      />
    );
  return (
    <div className="place" ref={root}>
      <div className="place-l">
        {props.heading}
        {field('address', words.address, words.addressHint)}
        <PlaceWays
          words={words}
          chosen={initial.way}
          description={initial.description}
          errors={{
            here: message('here'),
            map: message('map'),
            description: message('description'),
          }}
          nearby={field('nearby', words.nearbyLabel)}
          alive={picked.alive}
          onLocated={({ lat, lng, metres }) =>
            picked.put({ lat, lng, approximate: metres > 100, from: 'here' })
          }
        />
      </div>
      <div className="place-r">
        <LazyMap
          point={picked.point}
          tiles={props.tiles}
          words={words.map}
          icons={icons.map}
          onPick={(lat, lng) => picked.put({ lat, lng, approximate: false, from: 'map' })}
        />
        <ReadBack picked={picked} words={words} icon={icons.chosen} />
        <PointFields point={picked.point} initial={initial} alive={picked.alive} />
        {props.actions}
      </div>
    </div>
  );
}

type MessageProps = { id: string; text: string; words: PickerWords; icon: ReactNode };

function Message({ id, text, words, icon }: MessageProps) {
  return (
    <span className="error" id={`${id}-error`}>
      {icon}
      <span>
        <span className="sr">{words.errorPrefix} </span>
        {text}
      </span>
    </span>
  );
}

type Reading = { title: string; rest: string } | 'outside' | null;

/** The point that will be sent, and how it is read back. Fields keep their own words: nothing typed early is lost. */
function usePickedPoint(
  { initial, saved, words, districts, language }: PlacePickerProps,
  root: RefObject<HTMLDivElement | null>,
) {
  const [point, setPoint] = useState(initial.point);
  const [reading, setReading] = useState<Reading>(saved);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const asked = useRef(0);

  const show = (next: PickedPoint | null, now: Reading) => {
    asked.current += 1;
    setPoint(next);
    setReading(now);
  };
  const read = async (title: string, { lat, lng }: { lat: number; lng: number }) => {
    const mine = asked.current;
    const answer = await fetchReading(lat, lng, language);
    if (mine === asked.current && answer)
      setReading(answer.inCity ? { title, rest: answer.text } : 'outside');
  };
  const put = (next: PickedPoint) => {
    const way = root.current?.querySelector<HTMLInputElement>(`#way-${next.from}`);
    if (way) way.checked = true;
    const address = root.current?.querySelector<HTMLInputElement>('#address');
    // An address chosen before is not where the phone is now; beside a pin on the map it may stay.
    if (address && next.from === 'here' && point?.from === 'address') address.value = '';
    const title = address?.value.trim() || words.point;
    show(next, { title, rest: '' });
    void read(title, next);
  };
  const choose = (from: 'address' | 'nearby', place: PlaceSuggestion) => {
    const rest = place.district === null ? '' : (districts[place.district] ?? '');
    show({ lat: place.lat, lng: place.lng, approximate: true, from }, { title: place.label, rest });
    void read(place.label, place);
  };
  const drop = (from: 'address' | 'nearby') => {
    if (point?.from === from || (point === null && reading !== null)) show(null, null);
  };
  return { point, reading, alive, put, choose, drop };
}

async function fetchReading(lat: number, lng: number, language: string) {
  try {
    const query = new URLSearchParams({ lat: lat.toFixed(6), lng: lng.toFixed(6), lang: language });
    const response = await fetch(`/api/drafts/point?${query}`);
    return response.ok ? ((await response.json()) as { inCity: boolean; text: string }) : null;
  } catch {
    return null;
  }
}

type ReadBackProps = { picked: ReturnType<typeof usePickedPoint>; words: PickerWords; icon: ReactNode };

/** Whatever was chosen, said in words, so that nobody has to trust a map. */
function ReadBack({ picked: { point, reading }, words, icon }: ReadBackProps) {
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
function PointFields({ point, initial, alive }: PointFieldsProps) {
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
