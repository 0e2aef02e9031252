import { Agent, type IncomingMessage, request } from 'node:http';

export type Form = Record<string, string | Blob | readonly Blob[]>;
export type Reply = { status: number; location: string; headers: IncomingMessage['headers']; body: string };

/**
 * The answer did not come, or not whole. `untaken`: nobody took the connection, so nothing was begun either; the system
 * refuses it, or had set it up in our name and drops it when we close.
 */
export class NoAnswer extends Error {
  readonly untaken: boolean;

  constructor(what: string, cause: unknown, isNew: boolean) {
    super(`${what}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    const code = (cause as { code?: unknown } | null)?.code;
    this.untaken = code === 'ECONNREFUSED' || (code === 'ECONNRESET' && isNew);
  }
}

const SILENCE_MS = 20_000;

type Body = { type: string; bytes: Buffer };

/** The form as a browser sends it: with files in parts, without them as pairs. */
export async function encode(form: Form): Promise<Body> {
  const entries = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string | Blob] => [name, one]),
  );
  const plain = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string');
  const parts = new FormData();
  if (!plain) for (const [name, value] of entries) parts.append(name, value as Blob);
  const encoded = new Response(plain ? new URLSearchParams(entries) : parts);
  return {
    type: encoded.headers.get('content-type') ?? '',
    bytes: Buffer.from(await encoded.arrayBuffer()),
  };
}

/** A browser without JavaScript: cookies, connections that are kept, forms; it follows no redirect by itself. */
export class Browser {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });
  readonly #cookies = new Map<string, string>();
  readonly #url: URL;
  readonly #address: string;

  /** Behind the trusted proxy, everybody comes from an address of their own. */
  constructor(url: string, address: string) {
    this.#url = new URL(url);
    this.#address = address;
  }

  get(path: string): Promise<Reply> {
    return this.#send(path);
  }

  async post(path: string, form: Form): Promise<Reply> {
    return this.#send(path, await encode(form));
  }

  /** What goes with every request, for those that write theirs by hand. */
  headers(body?: Pick<Body, 'type'> & { length: number }): Record<string, string> {
    return {
      host: this.#url.host,
      origin: this.#url.origin,
      accept: 'text/html',
      'x-forwarded-for': this.#address,
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body && { 'content-type': body.type, 'content-length': String(body.length) }),
    };
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(path: string, body?: Body): Promise<Reply> {
    const what = `${body ? 'POST' : 'GET'} ${path}`;
    const options = {
      host: '127.0.0.1',
      port: this.#url.port,
      path,
      method: body ? 'POST' : 'GET',
      agent: this.#agent,
      headers: this.headers(body && { type: body.type, length: body.bytes.length }),
      timeout: SILENCE_MS,
    };
    return new Promise((resolve, reject) => {
      let begun = false;
      const sent = request(options, (response) => {
        begun = true;
        this.#receive(response).then((reply) => {
          if (response.complete) resolve(reply);
          else fail('cut off');
        }, fail);
      });
      const fail = (cause: unknown) => reject(new NoAnswer(what, cause, !sent.reusedSocket && !begun));
      sent.on('error', fail);
      sent.on('timeout', () => sent.destroy(new Error('no byte for a long time')));
      sent.end(body?.bytes);
    });
  }

  async #receive(response: IncomingMessage): Promise<Reply> {
    for (const cookie of response.headers['set-cookie'] ?? []) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const pieces: Buffer[] = [];
    for await (const piece of response) pieces.push(piece as Buffer);
    return {
      status: response.statusCode ?? 0,
      location: response.headers.location ?? '',
      headers: response.headers,
      body: Buffer.concat(pieces).toString('utf8'),
    };
  }
}
