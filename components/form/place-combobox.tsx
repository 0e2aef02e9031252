'use client';

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { nextOption } from '#components/ui/next-option.ts';
import type { PickerWords, PlaceSuggestion } from './picker-words.ts';
import { placeCalled } from './place-called.ts';
import { useSuggestions } from './use-suggestions.ts';

type PlaceComboboxProps = {
  name: 'address' | 'nearby';
  label: ReactNode;
  hint?: string;
  error?: ReactNode;
  value: string;
  words: PickerWords;
  districts: Record<number, string>;
  language: string;
  icon: ReactNode;
  /** False until the page's script runs: then it is a plain field. */
  alive: boolean;
  onType: () => void;
  onChoose: (place: PlaceSuggestion) => void;
};

/** A text field that completes names of places (ARIA 1.2 combobox). Whatever is typed may stay as it is. */
export function PlaceCombobox(props: PlaceComboboxProps) {
  const { name, label, hint, error, value, words, districts, icon, alive } = props;
  const box = useCombobox(props);
  const notes = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error ? 'field combo field-error' : 'field combo'}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error}
      <input
        className="input"
        id={name}
        name={name}
        defaultValue={value}
        autoComplete="off"
        maxLength={200}
        aria-describedby={notes}
        aria-invalid={error ? true : undefined}
        {...(alive && box.input)}
      />
      <Options box={box} name={name} words={words} districts={districts} icon={icon} />
      <span className="sr" role="status">
        {box.said}
      </span>
    </div>
  );
}

type OptionsProps = Pick<PlaceComboboxProps, 'name' | 'words' | 'districts' | 'icon'> & {
  box: ReturnType<typeof useCombobox>;
};

function Options({ box, name, words, districts, icon }: OptionsProps) {
  if (box.found.length === 0) return null;
  return (
    <div className="opts" role="listbox" id={`${name}-list`} aria-label={words.suggestions}>
      {box.found.map((place, index) => (
        <Option
          key={`${place.label} ${place.lat} ${place.lng}`}
          id={`${name}-${index}`}
          place={place}
          district={place.district === null ? undefined : districts[place.district]}
          typed={box.typed}
          icon={icon}
          active={index === box.active}
          onChoose={() => box.choose(index)}
        />
      ))}
    </div>
  );
}

function useCombobox({ name, words, language, onType, onChoose }: PlaceComboboxProps) {
  const [active, setActive] = useState(-1);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { found, ask, close } = useSuggestions(language, (count) => {
    setActive(-1);
    setSaid(words.suggestionsCount[count] ?? '');
  });

  const take = (place: PlaceSuggestion) => {
    close();
    setSaid('');
    onChoose(place);
  };
  const choose = (index: number) => {
    const place = found[index];
    if (!place || !field.current) return;
    field.current.value = place.label;
    take(place);
    field.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Whoever types a name to its end and goes on means that place: nothing is left to choose. By keys alone: what a place
    // adds to the page would move a button away from under the finger that is pressing it.
    const place = event.key === 'Tab' ? placeCalled(field.current?.value ?? '', found) : null;
    if (place) take(place);
    else if (hear(event.key, { count: found.length, active, setActive, choose, close }))
      event.preventDefault();
  };
  const onInput = () => {
    const now = field.current?.value ?? '';
    setTyped(now.trim());
    onType();
    ask(now);
  };
  const input = { ref: field, ...ariaOf(name, found.length, active), onKeyDown, onBlur: close, onInput };
  return { found, active, typed, said, choose, input };
}

type List = {
  count: number;
  active: number;
  setActive: (index: number) => void;
  choose: (index: number) => void;
  close: () => void;
};

/** What a key does to an open list; false when it means something else. */
function hear(key: string, { count, active, setActive, choose, close }: List): boolean {
  if (count === 0) return false;
  const next = nextOption(key, active, count);
  if (next !== null) setActive(next);
  else if (key === 'Enter' && active >= 0) choose(active);
  else if (key === 'Escape') close();
  else return false;
  return true;
}

/** What a screen reader is told of the field (ARIA 1.2). */
function ariaOf(name: string, count: number, active: number) {
  return {
    role: 'combobox',
    'aria-autocomplete': 'list' as const,
    'aria-expanded': count > 0,
    'aria-controls': `${name}-list`,
    'aria-activedescendant': count > 0 && active >= 0 ? `${name}-${active}` : undefined,
  };
}

type OptionProps = {
  id: string;
  place: PlaceSuggestion;
  district: string | undefined;
  typed: string;
  icon: ReactNode;
  active: boolean;
  onChoose: () => void;
};

function Option({ id, place, district, typed, icon, active, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which names the active option
    <div
      id={id}
      className="opt"
      tabIndex={-1}
      role="option"
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {icon}
      <span>
        <Marked text={place.label} part={typed} />
        {district && <span className="meta">{district}</span>}
      </span>
    </div>
  );
}

/** The typed part in bold, where the name holds it. */
function Marked({ text, part }: { text: string; part: string }) {
  const at = part ? text.toLowerCase().indexOf(part.toLowerCase()) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <b>{text.slice(at, at + part.length)}</b>
      {text.slice(at + part.length)}
    </>
  );
}
