'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { postJson } from '#components/ui/post-json.ts';
import type { PlacePickerProps } from './picker-props.ts';
import type { PickedPoint, PlaceSuggestion } from './picker-words.ts';

export type Reading = { title: string; rest: string } | 'outside' | null;

type PickedProps = Pick<PlacePickerProps, 'initial' | 'saved' | 'words' | 'districts' | 'language'>;

/** The point that will be sent, and how it is read back. Fields keep their own words: nothing typed early is lost. */
export function usePickedPoint(props: PickedProps, root: RefObject<HTMLElement | null>) {
  const { initial, words, districts } = props;
  const [point, setPoint] = useState(initial.point);
  const { reading, setReading, read } = useReading(props);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);

  const put = (next: PickedPoint) => {
    const way = root.current?.querySelector<HTMLInputElement>(`#way-${next.from}`);
    if (way) way.checked = true;
    const address = root.current?.querySelector<HTMLInputElement>('#address');
    // An address chosen before is not where the phone is now; beside a pin on the map it may stay.
    if (address && next.from === 'here' && point?.from === 'address') address.value = '';
    setPoint(next);
    read(next, { title: address?.value.trim() || words.point, rest: '' });
  };
  const choose = (from: 'address' | 'nearby', { lat, lng, label, district }: PlaceSuggestion) => {
    setPoint({ lat, lng, approximate: true, from });
    read({ lat, lng }, { title: label, rest: district === null ? '' : (districts[district] ?? '') });
  };
  const drop = (from: 'address' | 'nearby') => {
    // A point in another town is in the way of whatever is typed instead.
    if (point && point.from !== from && reading !== 'outside') return;
    setPoint(null);
    setReading(null);
  };
  return { point, reading, alive, put, choose, drop };
}

/** A point in words: at once what is known, then what the server says. An older answer never replaces a newer one. */
function useReading({ initial, saved, words, language }: PickedProps) {
  const [reading, setReading] = useState<Reading>(saved);
  const asked = useRef(0);
  const read = (at: { lat: number; lng: number }, known: { title: string; rest: string }) => {
    asked.current += 1;
    const mine = asked.current;
    setReading(known);
    void fetchReading(at.lat, at.lng, language).then((answer) => {
      if (!answer || mine !== asked.current) return;
      setReading(answer.inCity ? { title: known.title, rest: answer.text } : 'outside');
    });
  };
  const kept = useRef({ point: saved ? null : initial.point, title: initial.address || words.point });
  const first = useRef(read);
  useEffect(() => {
    // A refused form brings its point back without its words.
    const { point, title } = kept.current;
    if (point) first.current(point, { title, rest: '' });
  }, []);
  const forget = (next: null) => {
    asked.current += 1;
    setReading(next);
  };
  return { reading, setReading: forget, read };
}

function fetchReading(lat: number, lng: number, language: string) {
  const point = { lat: lat.toFixed(6), lng: lng.toFixed(6), lang: language };
  return postJson<{ inCity: boolean; text: string }>('/api/drafts/point', point);
}
