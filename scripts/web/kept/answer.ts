import type { IncomingMessage, ServerResponse } from 'node:http';
import { withStatus } from '../status-hook.ts';
import { draw, type Handle } from './draw.ts';
import { keptPages } from './pages.ts';
import { give, send } from './sheet.ts';
import { strangersAddress } from './stranger.ts';

type Means = {
  /** The state of the database; undefined when it cannot be told. */
  present(): Promise<string | undefined>;
  handle: Handle;
  /** The name by which the portal calls itself. */
  host: string;
};

/** Answers strangers with what was drawn of the same data, and everybody else by Next, as without any of this. */
export function answering({ present, handle, host }: Means): Handle {
  const pageAt = keptPages({ present, draw: (address) => draw(address, host, handle) });
  return async (request: IncomingMessage, response: ServerResponse) => {
    const address = strangersAddress(request);
    const page = address && (await pageAt(address));
    if (!page) return withStatus(response, () => handle(request, response));
    if ('sheet' in page) give(page.sheet, response, request.headers['accept-encoding']);
    else send(page.drawn, response);
  };
}
