import type { ReactNode } from 'react';

type DialogProps = { id: string; title: string; children: ReactNode };

/** A native dialog; `DialogTrigger` opens it. A button in a `<form method="dialog">` inside closes it. */
export function Dialog({ id, title, children }: DialogProps) {
  return (
    <dialog id={id} className="dialog stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="dialog-title">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
