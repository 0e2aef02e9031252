'use client';

import { type ReactNode, useState } from 'react';
import type { PickerWords } from './picker-words.ts';

type PlaceWaysProps = {
  words: PickerWords;
  chosen: string | null;
  description: string;
  /** Messages at the fields, by way. */
  errors: Partial<Record<'here' | 'map' | 'description', ReactNode>>;
  /** The field for a name near the place. */
  nearby: ReactNode;
  alive: boolean;
  onLocated: (position: { lat: number; lng: number; metres: number }) => void;
};

/** Other ways to say where it is. What a way needs unfolds under it; two of them need the page's script. */
export function PlaceWays({ words, chosen, description, errors, nearby, alive, onLocated }: PlaceWaysProps) {
  const common = (name: keyof PickerWords['way']) => ({ name, words, checked: chosen === name });
  return (
    <fieldset className="ways">
      <legend className="legend">
        {words.ways} <span className="optional">{words.waysHint}</span>
      </legend>
      <Way {...common('nearby')}>{nearby}</Way>
      <Way {...common('here')} error={errors.here} scripted>
        {alive && <Locate words={words} onLocated={onLocated} />}
      </Way>
      <Way {...common('words')}>
        <Description words={words} value={description} error={errors.description} />
      </Way>
      <Way {...common('map')} error={errors.map} scripted />
    </fieldset>
  );
}

type DescriptionProps = { words: PickerWords; value: string; error: ReactNode };

function Description({ words, value, error }: DescriptionProps) {
  return (
    <div className={error ? 'field field-error' : 'field'}>
      <label htmlFor="description">{words.wordsLabel}</label>
      <span className="hint" id="description-hint">
        {words.wordsFieldHint}
      </span>
      {error}
      <textarea
        className="input"
        id="description"
        name="description"
        rows={3}
        maxLength={500}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'description-hint description-error' : 'description-hint'}
      />
    </div>
  );
}

type WayProps = {
  name: keyof PickerWords['way'];
  words: PickerWords;
  checked: boolean;
  error?: ReactNode;
  /** Of no use without the page's script, and then not shown. */
  scripted?: boolean;
  children?: ReactNode;
};

function Way({ name, words, checked, error, scripted, children }: WayProps) {
  const { label, hint } = words.way[name];
  const id = `way-${name}`;
  return (
    <div className={scripted ? 'way js-only' : 'way'}>
      <div className={error ? 'choice field-error' : 'choice'}>
        <input
          type="radio"
          name="way"
          id={id}
          value={name}
          defaultChecked={checked}
          aria-describedby={`${id}-hint`}
        />
        <div>
          {error}
          <label htmlFor={id}>{label}</label>
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        </div>
      </div>
      {children && <div className="way-more">{children}</div>}
    </div>
  );
}

const PATIENCE_MS = 15_000;

/** Asks the phone where it is: only after this button, only this once. */
function Locate({ words, onLocated }: Pick<PlaceWaysProps, 'words' | 'onLocated'>) {
  const [said, setSaid] = useState('');
  const locate = () => {
    if (!navigator.geolocation) return setSaid(words.locateDenied);
    setSaid(words.locating);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setSaid(words.located);
        onLocated({ lat: coords.latitude, lng: coords.longitude, metres: coords.accuracy });
      },
      () => setSaid(words.locateDenied),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    );
  };
  return (
    <>
      <button type="button" className="btn btn-quiet" onClick={locate}>
        {words.locate}
      </button>
      <p role="status" className="meta">
        {said}
      </p>
    </>
  );
}
