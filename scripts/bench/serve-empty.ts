/** Serves the empty application (first argument) on PORT, as scripts/web.ts serves ours. */
import { createServer } from 'node:http';
import next from 'next';
import { onStop, reportReady } from '../child-process.ts';

const app = next({
  dev: false,
  dir: process.argv[2] ?? '.',
  hostname: 'localhost',
  port: Number(process.env.PORT),
});
const handle = app.getRequestHandler();
const server = createServer((request, response) => void handle(request, response));
onStop(async () => {
  server.close();
  server.closeAllConnections();
});
await app.prepare();
server.listen(Number(process.env.PORT), '127.0.0.1', reportReady);
