'use client';

import '#app/styles/global.css';
import { FaultView } from '#components/ui/fault-view.tsx';
import words from '#lib/i18n/messages/pl/fault.json' with { type: 'json' };

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** The last resort, when the document itself could not be rendered. */
export default function DocumentFault({ error, retry }: ErrorProps) {
  return (
    <html lang="pl">
      <head>
        <title>{words.title}</title>
      </head>
      <body>
        <FaultView digest={error.digest} retry={retry} />
      </body>
    </html>
  );
}
