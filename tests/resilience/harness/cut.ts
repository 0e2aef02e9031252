import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, encode, type Form } from './http.ts';

const POLL_MS = 20;
const PATIENCE_MS = 10_000;

/** Waits until this holds. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`It never came to this: ${what}.`);
    await sleep(POLL_MS);
  }
}

/**
 * Sends a form up to this share of its bytes, waits until `then` holds, and drops the connection as a phone does that
 * loses its network.
 */
export async function cutOff(
  { url, browser, path }: { url: string; browser: Browser; path: string },
  form: Form,
  share: number,
  then: () => boolean | Promise<boolean>,
): Promise<void> {
  const { type, bytes } = await encode(form);
  const headers = Object.entries(browser.headers({ type, length: bytes.length }));
  const head = [`POST ${path} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''];
  const socket: Socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(head.join('\r\n'));
  socket.write(bytes.subarray(0, Math.floor(bytes.length * share)));
  await until('the server has what was sent', then);
  socket.resetAndDestroy();
}
