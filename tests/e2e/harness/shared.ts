import type { Browser } from './browser.ts';

/** What the set-up of the run tells the processes that run the tests. */
export type Shared = {
  url: string;
  dataDir: string;
  folder: string;
  browser: Browser;
  /** Where the tiles of the map come from. */
  tiles: string;
};

const NAME = 'KONTAKT_E2E';

export function leaveForWorkers(shared: Shared): void {
  process.env[NAME] = JSON.stringify(shared);
}

export function sharedByRun(): Shared {
  const text = process.env[NAME];
  if (!text) throw new Error('There is no portal to test: the set-up of the run did not come to its end.');
  return JSON.parse(text) as Shared;
}
