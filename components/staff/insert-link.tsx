'use client';

import { useState } from 'react';
import { ACTION_ID } from './case-view.ts';

type InsertLinkProps = {
  /** What goes into the answer: a name and an address. */
  text: string;
  words: { insert: string; inserted: string; copied: string };
};

/** Puts a link at the end of the answer that is being written; with no form open it is copied instead. */
export function InsertLink({ text, words }: InsertLinkProps) {
  const [said, setSaid] = useState('');

  const insert = async () => {
    const area = document.querySelector<HTMLTextAreaElement>(`#${ACTION_ID} textarea`);
    if (area) {
      const before = area.value.trimEnd();
      area.value = before ? `${before}\n\n${text}` : text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
      area.focus();
      return setSaid(words.inserted);
    }
    // A browser may keep the clipboard to itself: then the address stands there to be copied by hand.
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(copied ? words.copied : text);
  };

  return (
    <>
      <button type="button" className="btn-link needs-js" onClick={insert}>
        {words.insert}
      </button>
      <span className="meta" role="status">
        {said}
      </span>
    </>
  );
}
