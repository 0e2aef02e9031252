'use client';

import type { ReactNode } from 'react';
import type { IntakeWords, LookView, PersonView } from './intake-words.ts';

type SuggestionsProps = { categories: LookView['categories']; words: IntakeWords };

/** Likely categories as buttons: pressing one chooses it, and the next field is the place. */
export function Suggestions({ categories, words }: SuggestionsProps) {
  if (categories.length === 0) return null;
  const choose = (button: HTMLElement, code: string) => {
    const form = button.closest('form');
    const field = form?.querySelector<HTMLSelectElement>('select[name=category]');
    if (!field) return;
    field.value = code;
    delete field.dataset.picked;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    form?.querySelector<HTMLInputElement>('#address')?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, and these choose for one
    <div className="in-sugg row js-only" role="group" aria-label={words.suggestions}>
      {categories.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          className="chip"
          onClick={(event) => choose(event.currentTarget, code)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

type LookNotesProps = { look: LookView; icon: ReactNode };

/** What the writer should know of the text: somebody's data in it, or that it is another institution's business. */
export function LookNotes({ look, icon }: LookNotesProps) {
  return (
    <div role="status">
      {look.findings.map((finding) => (
        <p key={finding} className="in-note in-warn">
          {icon}
          {finding}
        </p>
      ))}
      {look.outside && <p className="in-note">{look.outside}</p>}
    </div>
  );
}

/** Earlier cases of the same person; each opens beside the form, so that nothing typed is lost. */
export function Earlier({ person }: { person: PersonView | null }) {
  return (
    <div role="status">
      {person && (
        <section aria-label={person.title}>
          <h2 className="h-s">{person.title}</h2>
          <ul className="list-plain in-earlier">
            {person.cases.map(({ reference, href, title, meta }) => (
              <li key={reference}>
                <a href={href} target="_blank" rel="noreferrer">
                  {title}
                </a>
                <span className="meta">
                  {reference}, {meta}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
