'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';

const OFF = 'kontakt-skroty';

type ShortcutsProps = {
  /** The list of keys, in words; drawn on the server. */
  children: ReactNode;
  words: { help: string; title: string; on: string; close: string };
};

/**
 * Keys for those who work all day: each leads to what carries its `data-shortcut`. They fire outside of fields only,
 * never together with Ctrl, Alt or Meta, and can be switched off; without JavaScript nothing speaks of them.
 */
export function Shortcuts({ children, words }: ShortcutsProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState<boolean | null>(null);

  useEffect(() => setOn(localStorage.getItem(OFF) !== 'off'), []);
  useEffect(() => {
    if (on === null) return;
    document.documentElement.dataset.keys = on ? 'on' : 'off';
    localStorage.setItem(OFF, on ? 'on' : 'off');
    if (!on) return;
    const listen = (event: KeyboardEvent) => press(event, dialog.current);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on]);

  if (on === null) return null;
  return (
    <div className="keys-w no-print">
      <button className="btn btn-quiet" type="button" onClick={() => dialog.current?.showModal()}>
        {words.help}
      </button>
      <dialog ref={dialog} className="dialog stack" aria-labelledby="keys-title">
        <h2 id="keys-title" className="dialog-title">
          {words.title}
        </h2>
        {children}
        <label className="keys-on">
          <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
          {words.on}
        </label>
        <form method="dialog">
          <button className="btn btn-quiet" type="submit">
            {words.close}
          </button>
        </form>
      </dialog>
    </div>
  );
}

/** True while the person writes, or a dialog has the floor. */
function isBusy(target: EventTarget | null): boolean {
  const inField =
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]');
  return Boolean(inField) || document.querySelector('dialog[open]') !== null;
}

function press(event: KeyboardEvent, help: HTMLDialogElement | null): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isBusy(event.target)) return;
  if (event.key === '?') {
    help?.showModal();
    return;
  }
  const key = event.key.toLowerCase();
  if (!/^[a-z/]$/.test(key)) return;
  const target = document.querySelector<HTMLElement>(`[data-shortcut="${key}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches('input, select, textarea')) target.focus();
  else target.click();
}
