import {
  createServer,
  type Server as HttpServer,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const MINUTE = 60_000;

/** Fifty megabytes of photos over a slow mobile connection. */
const REQUEST_TIMEOUT_MS = 15 * MINUTE;
const HEADERS_TIMEOUT_MS = 30_000;
/** Longer than proxies keep their idle connections, so that it is they who close them. */
const KEEP_ALIVE_MS = 65_000;
/** No byte in either direction. */
const SILENCE_MS = 2 * MINUTE;
const IDLE_SWEEP_MS = 50;
/** How long a connection that is kept open may still bring the next request, which is answered as its last. */
const GRACE_MS = 500;
const LAST_MS = 1_000;

/**
 * Requests that a connection may have sent before the first of them is answered. Browsers and proxies send one at a time;
 * a thousand fit into one packet, and answers that nobody takes would fill the memory.
 */
const MOST_AHEAD = 10;

/** The answers under way, by their connections. */
function answersUnderWay() {
  const all = new Set<ServerResponse>();
  const ofSocket = new WeakMap<Socket, Set<ServerResponse>>();
  const answersOf = (socket: Socket) => {
    const known = ofSocket.get(socket);
    if (known) return known;
    const answers = new Set<ServerResponse>();
    ofSocket.set(socket, answers);
    // Answers whose turn never came are not told that their connection is gone.
    socket.once('close', () => {
      for (const answer of answers) all.delete(answer);
    });
    return answers;
  };
  return {
    all,
    /** False when the connection has too many already, or is gone. */
    add(socket: Socket, answer: ServerResponse): boolean {
      const answers = answersOf(socket);
      if (socket.destroyed || answers.size >= MOST_AHEAD) return false;
      all.add(answer);
      answers.add(answer);
      answer.once('close', () => {
        all.delete(answer);
        answers.delete(answer);
      });
      return true;
    },
  };
}

/** A server that can end without breaking an answer that is under way. */
export type GracefulServer = {
  server: HttpServer;
  /** Takes no new connections and resolves when every answer under way is sent, or after `patienceMs`. */
  close(patienceMs: number): Promise<void>;
};

export function gracefulServer(listener: RequestListener): GracefulServer {
  const underWay = answersUnderWay();
  let closing = false;
  const server = createServer((request, response) => {
    if (!underWay.add(request.socket, response)) return void request.socket.destroy();
    if (closing) response.setHeader('connection', 'close');
    listener(request, response);
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.timeout = SILENCE_MS;

  async function close(patienceMs: number): Promise<void> {
    closing = true;
    for (const response of underWay.all) if (!response.headersSent) response.setHeader('connection', 'close');
    const giveUp = setTimeout(() => server.closeAllConnections(), patienceMs);
    const late = pause(patienceMs + LAST_MS, undefined, { ref: false });
    // The HTTP server's own close() would cut idle connections at once, and with them requests that are on their way.
    const closed = new Promise<void>((resolve) => Server.prototype.close.call(server, () => resolve()));
    await Promise.race([closed, pause(Math.min(GRACE_MS, patienceMs))]);
    const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
    await Promise.race([closed, late]);
    clearInterval(sweep);
    clearTimeout(giveUp);
  }
  return { server, close };
}
