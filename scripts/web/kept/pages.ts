import type { Drawn } from './draw.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { shelf } from './shelf.ts';

/** Some of a page follows from the clock: what is overdue, how long ago, which day it is. */
const LONGEST_MS = 5_000;
/** What processes hold in memory of the reference data may be so much older than the database (lib/platform/revision.ts). */
const MEMORY_MS = 1_500;
const MOST_BYTES = 16 * 1024 * 1024;

type Means = {
  /** The state of the database; undefined when it cannot be told. */
  present(): Promise<string | undefined>;
  draw(address: string): Promise<Drawn>;
  clock?(): number;
};

/** A page for everybody, or what came instead of one, which is for the one who asked. */
export type Page = { sheet: Sheet } | { drawn: Drawn };

type Drawing = { state: string; page: Promise<Page> };

/** What is on the shelf, and the state of the database that it is true of. */
function shelfOfState(present: Means['present'], clock: () => number) {
  const pages = shelf(MOST_BYTES);
  let state: string | undefined;
  let since = 0;
  return {
    ...pages,
    /** Until when a page is good that was begun in this state. */
    until: (began: number) => (began < since + MEMORY_MS ? since + MEMORY_MS : began + LONGEST_MS),
    /** The state of now; another one than before empties the shelf. */
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
 * Pages that were drawn from the same data are the same page. One is given as long as the database is in the state in
 * which it was drawn, from before its first query to after its last; whatever is written anywhere ends all of them, so
 * that nothing a page depends on can be forgotten.
 */
export function keptPages({ present, draw, clock = () => performance.now() }: Means) {
  const kept = shelfOfState(present, clock);
  const underWay = new Map<string, Drawing>();

  async function drawAnew(address: string, before: string): Promise<Page> {
    const began = clock();
    const drawn = await draw(address);
    const sheet = sheetOf(drawn);
    if (!sheet) return { drawn };
    void kept.look().then((after) => {
      // Where a writer came in between, the page is as good as any and not kept.
      if (after === before) kept.put(address, { sheet, until: kept.until(began) });
    });
    return { sheet };
  }

  function drawOnce(address: string, before: string): Promise<Page> {
    const page = drawAnew(address, before);
    const drawing = { state: before, page };
    underWay.set(address, drawing);
    const done = () => void (underWay.get(address) === drawing && underWay.delete(address));
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
    if (other?.state !== before) return drawOnce(address, before);
    // Begun in the state of now: whoever asks while it is being drawn waits for it.
    const page = await other.page.catch(() => undefined);
    return page && 'sheet' in page ? page : undefined;
  };
}
