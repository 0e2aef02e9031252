import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.ts';
import { runStep } from '../supervisor/step.ts';

const FOLDER = path.join(ROOT, '.bench-empty');

const FILES = {
  'app/layout.jsx': `import { connection } from 'next/server';
export default async function Layout({ children }) {
  await connection();
  return <html lang="pl"><body>{children}</body></html>;
}`,
  'app/page.jsx': `'use client';
import { useState } from 'react';
export default function Page() {
  const [count, setCount] = useState(0);
  return <button type="button" onClick={() => setCount(count + 1)}>{count}</button>;
}`,
  'next.config.mjs': `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(ROOT)} } };`,
};

/** An application of the same Next with one dynamic page that holds one button: the least that can be. */
export async function buildEmptyApp(): Promise<string> {
  removeEmptyApp();
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(FOLDER, file)), { recursive: true });
    writeFileSync(path.join(FOLDER, file), text);
  }
  await runStep({
    what: 'Building the empty application',
    args: [path.join('node_modules', 'next', 'dist', 'bin', 'next'), 'build', FOLDER],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  return FOLDER;
}

export function removeEmptyApp(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}
