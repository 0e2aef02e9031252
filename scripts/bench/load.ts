import type { ChildProcess } from 'node:child_process';
import http from 'node:http';
import { gzipSync } from 'node:zlib';
import { cpuOf } from './process.ts';

/** A server under measurement, and what is asked of it. */
export type Target = { child: ChildProcess; port: number; path: string; headers?: http.OutgoingHttpHeaders };
export type Sample = { cpu: number; perSecond: number };

const AT_ONCE = 4;
const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
let callers = 0;

export type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };

/** One request, from an address of its own so that no limit of ours is measured. */
export function request(
  port: number,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: http.OutgoingHttpHeaders; body?: string } = {},
): Promise<Answer> {
  callers += 1;
  const from = `10.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`;
  return new Promise((resolve, reject) => {
    const call = http.request(
      { host: '127.0.0.1', port, path, method, agent, headers: { 'x-forwarded-for': from, ...headers } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** Asks so many times, a few at once, and says what one answer cost the server. */
export async function measure({ child, port, path, headers }: Target, requests: number): Promise<Sample> {
  const before = cpuOf(child);
  const began = performance.now();
  let left = requests;
  const caller = async () => {
    while (left > 0) {
      left -= 1;
      const { status } = await request(port, path, { headers });
      if (status !== 200) throw new Error(`${path} answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, caller));
  const seconds = (performance.now() - began) / 1000;
  return { cpu: (cpuOf(child) - before) / requests, perSecond: requests / seconds };
}

/** What the scripts of a page weigh on the way, compressed as a browser gets them. */
export async function scriptBytes(port: number, path: string, headers: http.OutgoingHttpHeaders = {}) {
  const { body } = await request(port, path, { headers });
  const html = body.toString();
  const files = new Set(
    [...html.matchAll(/(?:src|href)="([^"]+\.js[^"]*)"/g)].flatMap(([, file]) => file ?? []),
  );
  let bytes = 0;
  for (const file of files) {
    const answer = await request(port, file.replaceAll('&amp;', '&'), {
      headers: { 'accept-encoding': 'gzip' },
    });
    if (answer.status !== 200) throw new Error(`${file} answered ${answer.status}`);
    // Where a server does not compress, what a proxy in front of it would send is counted.
    bytes += answer.headers['content-encoding'] ? answer.body.length : gzipSync(answer.body).length;
  }
  return bytes;
}
