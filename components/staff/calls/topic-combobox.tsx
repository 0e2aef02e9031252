'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { nextOption } from '#components/ui/next-option.ts';
import { postJson } from '#components/ui/post-json.ts';
import type { CallWords, TopicOption } from './call-words.ts';

const WAIT_MS = 150;

type TopicComboboxProps = {
  words: CallWords;
  value: string;
  topicKey: string;
  error?: ReactNode;
  /** Begin here. */
  focus: boolean;
  onChoose: (topic: TopicOption | null) => void;
};

/** What the call is about: a card or a category that fits the words, or the words themselves (ARIA 1.2 combobox). */
export function TopicCombobox(props: TopicComboboxProps) {
  const { words, value, error } = props;
  const box = useTopics(props);
  return (
    <div className={error ? 'field combo field-error' : 'field combo'}>
      <label htmlFor="topic">{words.topic}</label>
      <span className="hint" id="topic-hint">
        {words.topicHint}
      </span>
      {error}
      <input
        className="input"
        id="topic"
        name="topic"
        ref={box.field}
        defaultValue={value}
        maxLength={120}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: whoever opens this page has somebody on the phone, and writes at once
        autoFocus={props.focus}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={box.found.length > 0}
        aria-controls="topic-list"
        aria-activedescendant={box.found[box.active] ? `topic-${box.active}` : undefined}
        aria-describedby={error ? 'topic-hint topic-error' : 'topic-hint'}
        aria-invalid={error ? true : undefined}
        onInput={box.ask}
        onKeyDown={box.onKeyDown}
        onBlur={box.close}
      />
      <input type="hidden" name="topicKey" value={box.chosen} />
      {box.found.length > 0 && <TopicList box={box} label={words.suggestions} />}
    </div>
  );
}

function TopicList({ box, label }: { box: ReturnType<typeof useTopics>; label: string }) {
  return (
    <div className="opts" role="listbox" id="topic-list" aria-label={label}>
      {box.found.map((topic, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which names the active option
        <div
          key={topic.key}
          id={`topic-${index}`}
          className="opt"
          tabIndex={-1}
          role="option"
          aria-selected={index === box.active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => box.choose(index)}
        >
          <span>
            {topic.name}
            <span className="meta">{topic.hint}</span>
          </span>
        </div>
      ))}
    </div>
  );
}

function useTopics({ topicKey, onChoose }: TopicComboboxProps) {
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState(topicKey);
  const field = useRef<HTMLInputElement>(null);
  const { found, look, close } = useFound(() => setActive(0));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was typed before the script was there
  useEffect(() => {
    const early = field.current;
    if (early && early.value !== early.defaultValue) look(() => early.value);
  }, []);
  const ask = () => {
    setChosen('');
    onChoose(null);
    look(() => field.current?.value ?? '');
  };
  const choose = (index: number) => {
    const topic = found[index];
    if (!topic || !field.current) return;
    field.current.value = topic.name;
    setChosen(topic.key);
    close();
    onChoose(topic);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Without a choice the words themselves are the topic.
    const own = found.length === 0 && event.key === 'Enter' && field.current?.value.trim();
    if (own) onChoose({ key: '', name: '', hint: '' });
    if (found.length === 0) return;
    const next = nextOption(event.key, active, found.length);
    if (next !== null) setActive(next);
    else if (event.key === 'Enter') choose(active);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  return { found, active, chosen, field, ask, close, choose, onKeyDown };
}

/** What fits the words, after a short pause; an older answer never replaces a newer one. */
function useFound(opened: () => void) {
  const [found, setFound] = useState<TopicOption[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const close = () => {
    clearTimeout(timer.current);
    asked.current += 1;
    setFound([]);
  };
  const look = (typed: () => string) => {
    close();
    const mine = asked.current;
    timer.current = setTimeout(async () => {
      const topics = await postJson<TopicOption[]>('/api/staff/topics', { q: typed() });
      if (mine !== asked.current) return;
      setFound(topics ?? []);
      opened();
    }, WAIT_MS);
  };
  return { found, look, close };
}
