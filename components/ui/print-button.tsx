'use client';

/** Opens the browser's print dialog. Without JavaScript it is not there: the browser's own menu prints as well. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className="btn btn-quiet needs-js" onClick={() => window.print()}>
      {label}
    </button>
  );
}
