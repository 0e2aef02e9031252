import { AsyncLocalStorage } from 'node:async_hooks';

/** After so long a person may try again when the answer is 503; our own processes are back by then. */
export const RETRY_SECONDS = 10;

/** What a page wants its HTTP status to be. */
export type StatusSlot = { status?: number };

const shared = globalThis as typeof globalThis & { kontaktStatus?: AsyncLocalStorage<StatusSlot> };
shared.kontaktStatus ??= new AsyncLocalStorage<StatusSlot>();

/**
 * The slot of the request being answered. Our server and Next's bundle each have a copy of this module, so both take
 * it from the process.
 */
export const statusStorage: AsyncLocalStorage<StatusSlot> = shared.kontaktStatus;

/**
 * Gives the page being rendered this status instead of 200. Next's own `notFound()` and `forbidden()` send a blank
 * page to whoever has no JavaScript; a page that shows its own view and calls this is whole. It works while nothing
 * has been sent yet, so there must be no `loading.tsx` and no Suspense boundary above.
 */
export function setStatus(status: number): void {
  const slot = statusStorage.getStore();
  if (slot) slot.status = status;
}
