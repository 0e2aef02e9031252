'use client';

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Earlier } from '#components/staff/intake/look-notes.tsx';
import { useEarlier } from '#components/staff/intake/use-earlier.ts';
import type { CallWords, CardView, TopicOption } from './call-words.ts';
import { TopicCombobox } from './topic-combobox.tsx';

type CallBoardProps = {
  words: CallWords;
  topic: { value: string; key: string; error?: ReactNode; focus: boolean };
  /** The endings with their keys, drawn on the server. */
  outcomes: ReactNode;
  note: ReactNode;
};

/** The topic, the card that answers it, and the endings: topic, Enter, one key. */
export function CallBoard({ words, topic, outcomes, note }: CallBoardProps) {
  const root = useRef<HTMLDivElement>(null);
  const [card, setCard] = useState<CardView | null>(null);
  const earlier = useEarlier(null, 'call');
  const choose = async (chosen: TopicOption | null) => {
    setCard(null);
    if (!chosen) return;
    // Outside of the fields one key is enough to end the call.
    root.current?.querySelector<HTMLElement>('button[data-shortcut=o]')?.focus();
    const code = /^card:(.+)$/.exec(chosen.key)?.[1];
    if (code) setCard(await fetchCard(code));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what happens in the fields inside, and takes no focus
    <div
      className="stack"
      ref={root}
      onBlur={() => earlier.ask(root.current?.closest('form'))}
      onKeyDown={endByEnter}
    >
      <TopicCombobox
        words={words}
        value={topic.value}
        topicKey={topic.key}
        error={topic.error}
        focus={topic.focus}
        onChoose={choose}
      />
      {card && <Card card={card} open={words.openCard} />}
      {outcomes}
      {note}
      <Earlier person={earlier.person} />
    </div>
  );
}

/** Enter in a field of an ending takes that ending, and never the first button of the form. */
function endByEnter(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== 'Enter' || event.defaultPrevented) return;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  target.closest('[data-ending]')?.querySelector<HTMLButtonElement>('button')?.click();
}

function Card({ card, open }: { card: CardView; open: string }) {
  return (
    <section className="call-card stack" aria-label={card.title}>
      <h2 className="h-s">{card.title}</h2>
      {card.sample && <p className="meta">{card.sample}</p>}
      <p>{card.summary}</p>
      <dl className="call-card-l">
        {card.parts.map(({ label, lines, numbered }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{lines.length === 1 ? lines[0] : <Lines lines={lines} of={numbered ? 'ol' : 'ul'} />}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={card.href} target="_blank" rel="noreferrer">
          {open}
        </a>
      </p>
    </section>
  );
}

function Lines({ lines, of: List }: { lines: string[]; of: 'ol' | 'ul' }) {
  return (
    <List>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </List>
  );
}

async function fetchCard(code: string): Promise<CardView | null> {
  try {
    const response = await fetch(`/api/staff/card?${new URLSearchParams({ code })}`);
    return response.ok ? ((await response.json()) as CardView) : null;
  } catch {
    return null;
  }
}
