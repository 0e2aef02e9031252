'use client';

import type { MouseEvent, ReactNode } from 'react';

type DialogTriggerProps = { dialog: string; href: string; className?: string; children: ReactNode };

/** A link to a page that asks the same question; with JavaScript it opens the dialog of that id instead. */
export function DialogTrigger({ dialog, href, className, children }: DialogTriggerProps) {
  function open(event: MouseEvent) {
    const element = document.getElementById(dialog);
    if (!(element instanceof HTMLDialogElement)) return;
    event.preventDefault();
    element.showModal();
  }
  return (
    <a href={href} className={className} onClick={open} aria-haspopup="dialog">
      {children}
    </a>
  );
}
