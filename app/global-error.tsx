'use client';

import '#app/styles/global.css';
import { FaultView, useFaultWords } from '#components/ui/fault-view.tsx';

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** The last resort, when the document itself could not be rendered. */
export default function DocumentFault({ error, retry }: ErrorProps) {
  const { locale, words } = useFaultWords();
  return (
    <html lang={locale}>
      <head>
        <title>{words.title}</title>
      </head>
      <body>
        <FaultView digest={error.digest} retry={retry} />
      </body>
    </html>
  );
}
