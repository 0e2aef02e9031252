/** The web process: Next behind our own HTTP server. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import next from 'next';
import { env } from '#lib/platform/env.ts';
import { logger } from '#lib/platform/logger.ts';
import { onStop, reportReady } from './child-process.ts';
import { ROOT } from './paths.ts';
import { errorCode } from './plain-error.ts';
import { answerCrowded, crowd } from './web/crowd.ts';
import { answerMissing, isUnreadable, withPolicy } from './web/gate.ts';
import { gracefulServer } from './web/graceful-server.ts';
import { answering } from './web/kept/answer.ts';
import { snapshots } from './web/kept/snapshot.ts';
import { sanitiseHeaders } from './web/request-headers.ts';
import { withStatus } from './web/status-hook.ts';

const dev = env.NODE_ENV === 'development';
const STOP_PATIENCE_MS = dev ? 500 : 20_000;
const CLEAN_UP_MS = 2_000;

const { server, close } = gracefulServer((request, response) => {
  sanitiseHeaders(request.headers, request.socket.remoteAddress, env.TRUST_PROXY);
  withPolicy(response);
  if (isUnreadable(request.url ?? '/')) return answerMissing(response);
  answer(request, response).catch((error: unknown) => {
    logger.error('request failed outside the application', { error });
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

const app = next({
  dev,
  dir: ROOT,
  // Next must be told "localhost": it rewrites 127.0.0.1 to that in proxy.ts and would then take its own address for
  // a foreign one, which ends in endless redirects.
  hostname: 'localhost',
  port: env.PORT,
  // Next takes over connections that ask for an upgrade, past everything above, and leaves those open that it does not
  // know. Only its hot reload needs that; otherwise it listens for them on a server that nobody can reach.
  httpServer: dev ? server : createServer(),
});
const handle = app.getRequestHandler();

const states = snapshots(env.DATABASE_URL);
const { admits } = crowd();
// A developer looks at what was changed a moment ago, which is not in the database.
const draw = dev
  ? (request: IncomingMessage, response: ServerResponse) =>
      withStatus(response, () => handle(request, response))
  : answering({ present: states.present, handle, host: new URL(env.APP_URL).host });

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await ((await admits(request, response)) ? draw(request, response) : answerCrowded(request, response));
}

// A promise that nobody waits for is a fault of one request, not of all the others that are under way.
process.on('unhandledRejection', (error) => logger.error('unhandled rejection', { error }));

onStop(async () => {
  await close(STOP_PATIENCE_MS);
  await Promise.race([Promise.all([app.close(), states.end()]), sleep(CLEAN_UP_MS)]);
});

server.on('error', (error) => {
  const taken = errorCode(error) === 'EADDRINUSE';
  console.error(taken ? `Port ${env.PORT} is in use by another program.` : error);
  process.exit(1);
});

await app.prepare();
server.listen(env.PORT, env.HOST, reportReady);
