'use client';

import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { usePickedPoint } from '#components/form/use-picked-point.ts';
import { LazyMap } from '#components/map/lazy-map.tsx';
import { IntakePlace, type IntakePlaceProps } from './intake-place.tsx';
import type { IntakeWords, LookView, PersonView } from './intake-words.ts';
import { Earlier, LookNotes, Suggestions } from './look-notes.tsx';
import { SimilarList } from './similar-list.tsx';
import { useEarlier } from './use-earlier.ts';
import { useLook } from './use-look.ts';

type IntakeBoardProps = {
  /** Parts of the form that need no script, drawn on the server. */
  parts: Record<'top' | 'text' | 'category' | 'choices' | 'person' | 'end' | 'filed', ReactNode>;
  place: IntakePlaceProps;
  words: IntakeWords;
  look: LookView | null;
  person: PersonView | null;
  /** Whether this person may see earlier cases of the caller. */
  knowsPeople: boolean;
  /** Where the case before this one was. */
  centre: { lat: number; lng: number } | null;
};

/** The form on the left, and beside it what is known while it is filled: similar cases, the map, the person's past. */
export function IntakeBoard(props: IntakeBoardProps) {
  const { parts, place, words, knowsPeople } = props;
  const root = useRef<HTMLDivElement>(null);
  const picked = usePickedPoint(place, root);
  const { look, ask } = useLook(root, picked.point, props.look);
  const earlier = useEarlier(props.person, 'filing');
  const form = () => root.current?.closest('form');
  const asks = knowsPeople ? () => earlier.ask(form()) : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what happens in the fields inside, and takes no focus
    <div
      className="in"
      ref={root}
      onInput={ask}
      onBlur={asks}
      onKeyDown={(event) => sendByKey(event, form())}
    >
      <div className="in-form stack">
        {parts.top}
        {parts.text}
        <LookNotes look={look} icon={place.icons.error} />
        <Suggestions categories={look.categories} words={words} />
        {parts.category}
        <IntakePlace place={place} picked={picked} words={words} />
        {parts.choices}
        <Jump count={look.similar.length} words={words} />
        {parts.person}
        {parts.end}
      </div>
      <Side board={props} look={look} picked={picked} person={earlier.person} />
    </div>
  );
}

type SideProps = {
  board: IntakeBoardProps;
  look: LookView;
  picked: ReturnType<typeof usePickedPoint>;
  person: PersonView | null;
};

/** What stands beside the form. */
function Side({ board: { parts, words, place, centre }, look, picked, person }: SideProps) {
  return (
    <div className="in-side stack">
      {parts.filed}
      <Earlier person={person} />
      <SimilarList similar={look.similar} words={words} placed={picked.point !== null} />
      <LazyMap
        point={picked.point}
        centre={centre}
        marks={marksOf(look)}
        tiles={place.tiles}
        words={words.picker.map}
        icons={place.icons.map}
        onPick={(lat, lng) => picked.put({ lat, lng, approximate: false, from: 'map' })}
      />
    </div>
  );
}

const marksOf = ({ similar }: LookView) =>
  similar.map(({ lat, lng }, index) => ({ lat, lng, number: index + 1 }));

/** Says how many similar cases there are, and leads to them past the rest of the form. */
function Jump({ count, words }: { count: number; words: IntakeWords }) {
  return (
    <p role="status" className="in-jump">
      {count > 0 && <a href="#podobne">{words.similarCount[count]}</a>}
    </p>
  );
}

/**
 * Ctrl and Enter send the form from wherever one is in it. Enter alone does not: in a long form it is too often meant
 * for the field, as after an address.
 */
function sendByKey(event: KeyboardEvent, form: HTMLFormElement | null | undefined): void {
  if (event.key !== 'Enter' || event.defaultPrevented) return;
  const sends = event.ctrlKey || event.metaKey;
  if (!sends && !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  if (sends) form?.querySelector<HTMLButtonElement>('button[data-main]')?.click();
}
