import type { IncomingMessage, ServerResponse } from 'node:http';
import { withStatus } from '../status-hook.ts';
import { anonymousAddress } from './anonymous.ts';
import { keptPages } from './pages.ts';
import { type Handle, render } from './render.ts';
import { give, send } from './template.ts';

type Means = {
  /** The state of the database; undefined when it cannot be told. */
  present(): Promise<string | undefined>;
  handle: Handle;
  /** The name by which the portal calls itself. */
  host: string;
};

/** Answers anonymous requests with what was rendered of the same data, and all others by Next alone. */
export function answering({ present, handle, host }: Means): Handle {
  const pageAt = keptPages({ present, render: (address) => render(address, host, handle) });
  return async (request: IncomingMessage, response: ServerResponse) => {
    const address = anonymousAddress(request);
    const page = address && (await pageAt(address));
    if (!page) return withStatus(response, () => handle(request, response));
    if ('template' in page) give(page.template, response, request.headers['accept-encoding']);
    else send(page.rendered, response);
  };
}
