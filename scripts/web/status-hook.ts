import type { ServerResponse } from 'node:http';
import { RETRY_SECONDS, type StatusSlot, statusStorage } from '#lib/platform/status.ts';

const OVERLOADED = 503;

/** Answers a request so that `setStatus()` called anywhere below takes effect when the head is written. */
export function withStatus<T>(response: ServerResponse, handle: () => T): T {
  const slot: StatusSlot = {};
  const writeHead = response.writeHead as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    if (slot.status === OVERLOADED && !this.headersSent) this.setHeader('retry-after', RETRY_SECONDS);
    return writeHead.call(this, status === 200 && slot.status ? slot.status : status, ...rest);
  } as ServerResponse['writeHead'];
  return statusStorage.run(slot, handle);
}
