import { pageCache } from './cache.ts';
import type { Rendered } from './render.ts';
import { type Template, templateOf } from './template.ts';

/** Some of a page follows from the clock: what is overdue, how long ago, which day it is. */
const LONGEST_MS = 5_000;
/** Reference data in the memory of a process may be so much older than the database (lib/platform/revision.ts). */
const MEMORY_MS = 1_500;
const MOST_BYTES = 16 * 1024 * 1024;

type Means = {
  /** The state of the database; undefined when it cannot be told. */
  present(): Promise<string | undefined>;
  render(address: string): Promise<Rendered>;
  clock?(): number;
};

/** A page for everybody, or what came instead of one, which is for the one who asked. */
export type Page = { template: Template } | { rendered: Rendered };

type Rendering = { state: string; page: Promise<Page> };

/** What is in the cache, and the state of the database that it is true of. */
function cacheOfState(present: Means['present'], clock: () => number) {
  const pages = pageCache(MOST_BYTES);
  let state: string | undefined;
  let since = 0;
  return {
    ...pages,
    /** Until when a page is good that was begun in this state. */
    until: (began: number) => (began < since + MEMORY_MS ? since + MEMORY_MS : began + LONGEST_MS),
    /** The state of now; another one than before empties the cache. */
    async look(): Promise<string | undefined> {
      const now = await present();
      if (now === undefined || now !== state) {
        pages.clear();
        since = clock();
        state = now;
      }
      return now;
    },
  };
}

/**
 * Pages that were rendered from the same data are the same page. One is given as long as the database is in the state
 * in which it was rendered, from before its first query to after its last; whatever is written anywhere ends all of
 * them, so that nothing a page depends on can be forgotten.
 */
export function keptPages({ present, render, clock = () => performance.now() }: Means) {
  const kept = cacheOfState(present, clock);
  const underWay = new Map<string, Rendering>();

  async function renderAnew(address: string, before: string): Promise<Page> {
    const began = clock();
    const rendered = await render(address);
    const template = templateOf(rendered);
    if (!template) return { rendered };
    void kept.look().then((after) => {
      // Where a writer came in between, the page is as good as any and not kept.
      if (after === before) kept.put(address, { template, until: kept.until(began) });
    });
    return { template };
  }

  function renderOnce(address: string, before: string): Promise<Page> {
    const page = renderAnew(address, before);
    const rendering = { state: before, page };
    underWay.set(address, rendering);
    const done = () => void (underWay.get(address) === rendering && underWay.delete(address));
    page.then(done, done);
    return page;
  }

  /** The page at an address; undefined when it has to be asked for as if this did not exist. */
  return async (address: string): Promise<Page | undefined> => {
    const before = await kept.look();
    if (before === undefined) return undefined;
    const one = kept.get(address);
    if (one && clock() < one.until) return one;
    const other = underWay.get(address);
    if (other?.state !== before) return renderOnce(address, before);
    // Begun in the state of now: whoever asks while it is being rendered waits for it.
    const page = await other.page.catch(() => undefined);
    return page && 'template' in page ? page : undefined;
  };
}
