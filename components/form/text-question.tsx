import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { described, FieldNotes } from '#components/ui/field.tsx';

type TextQuestionProps = { title: string; hint: string; text: string; error?: string; children?: ReactNode };

/** A page that asks for a few words, whose question is its heading. What stands between both is given as children. */
export function TextQuestion({ title, hint, text, error, children }: TextQuestionProps) {
  return (
    <div className={classNames('field', 'field-page', error && 'field-error')}>
      <h1>
        <label htmlFor="text">{title}</label>
      </h1>
      {children}
      <FieldNotes id="text" hint={hint} error={error} />
      <textarea
        {...described('text', { hint, error })}
        id="text"
        name="text"
        className="input"
        rows={5}
        defaultValue={text}
      />
    </div>
  );
}
