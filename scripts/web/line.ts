import type { ServerResponse } from 'node:http';

/** How many pages of one address may be asked for, how many of them are drawn at once, and how long one keeps a turn. */
export type Share = { most: number; turns: number; turnMs: number };

type Page = { askers: Set<ServerResponse>; begin: () => void; begun: Promise<void>; giveBack: () => void };

/** The pages that one address waits for, in the order in which they were asked for; each has its turn. */
export class Line {
  readonly #share: Share;
  readonly #pages = new Map<string, Page>();
  readonly #waiting = new Set<Page>();
  #drawing = 0;

  constructor(share: Share) {
    this.#share = share;
  }

  /** Whether this page would have to wait. */
  isBusy(page: string): boolean {
    return !this.#pages.has(page) && this.#drawing >= this.#share.turns;
  }

  /** Whether there is no room for this page. */
  isFull(page: string): boolean {
    return !this.#pages.has(page) && this.#pages.size >= this.#share.most;
  }

  isEmpty(): boolean {
    return this.#pages.size === 0;
  }

  /** Resolves when the page has its turn: never for whoever leaves before. Asked for again it waits for the first. */
  async turnOf(name: string, asker: ServerResponse): Promise<void> {
    const page = this.#pages.get(name) ?? this.#add(name);
    page.askers.add(asker);
    this.#callNext();
    asker.once('close', () => this.#leave(name, page, asker));
    await page.begun;
  }

  #add(name: string): Page {
    const { promise, resolve } = Promise.withResolvers<void>();
    const page = { askers: new Set<ServerResponse>(), begin: resolve, begun: promise, giveBack: () => {} };
    this.#pages.set(name, page);
    this.#waiting.add(page);
    return page;
  }

  #leave(name: string, page: Page, asker: ServerResponse): void {
    page.askers.delete(asker);
    if (page.askers.size > 0) return;
    this.#pages.delete(name);
    this.#waiting.delete(page);
    page.giveBack();
  }

  #callNext(): void {
    if (this.#drawing >= this.#share.turns) return;
    for (const page of this.#waiting) {
      this.#waiting.delete(page);
      if (!isAwaited(page)) continue;
      this.#begin(page);
      return;
    }
  }

  #begin(page: Page): void {
    this.#drawing += 1;
    // Whoever takes a page in slowly, or waits for something slow, keeps the others of the address no longer than this.
    const tooLong = setTimeout(() => page.giveBack(), this.#share.turnMs);
    page.giveBack = () => {
      page.giveBack = () => {};
      clearTimeout(tooLong);
      this.#drawing -= 1;
      this.#callNext();
    };
    page.begin();
  }
}

/** Of connections that went at once some are told before others. */
function isAwaited({ askers }: Page): boolean {
  return [...askers].some(({ req }) => !req.socket.destroyed);
}
