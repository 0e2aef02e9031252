import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';

const MINUTE = 60_000;

/** Fifty megabytes of photos over a slow mobile connection. */
const REQUEST_TIMEOUT_MS = 15 * MINUTE;
const HEADERS_TIMEOUT_MS = 30_000;
/** Longer than proxies keep their idle connections, so that it is they who close them. */
const KEEP_ALIVE_MS = 65_000;
/** No byte in either direction. */
const SILENCE_MS = 2 * MINUTE;
const IDLE_SWEEP_MS = 50;

/** A server that can end without breaking an answer that is under way. */
export type GracefulServer = {
  server: Server;
  /** Takes no new connections and resolves when every answer under way is sent, or after `patienceMs`. */
  close(patienceMs: number): Promise<void>;
};

export function gracefulServer(listener: RequestListener): GracefulServer {
  const underWay = new Set<ServerResponse>();
  let closing = false;
  const server = createServer((request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    if (closing) response.setHeader('connection', 'close');
    listener(request, response);
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.timeout = SILENCE_MS;

  async function close(patienceMs: number): Promise<void> {
    closing = true;
    for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close');
    const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
    const giveUp = setTimeout(() => server.closeAllConnections(), patienceMs);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      setTimeout(resolve, patienceMs + 1_000).unref();
    });
    clearInterval(sweep);
    clearTimeout(giveUp);
  }
  return { server, close };
}
