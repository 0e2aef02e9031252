import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Writable } from 'node:stream';
import { withStatus } from '../status-hook.ts';

/** An answer that was taken down instead of sent. */
export type Rendered = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Chunk = string | Uint8Array;

/** Goes through all the motions of an answer, towards nobody. */
class Recorder extends ServerResponse {
  readonly #parts: Buffer[] = [];

  constructor(request: IncomingMessage) {
    super(request);
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() }) as Socket;
    // A rendering that breaks off is told by the answer's end.
    nowhere.on('error', () => undefined);
    this.assignSocket(nowhere);
    this.once('finish', () => {
      this.detachSocket(nowhere);
      this.emit('close');
    });
  }

  get body(): Buffer {
    return Buffer.concat(this.#parts);
  }

  override write(chunk: Chunk, ...rest: unknown[]): boolean {
    this.#parts.push(Buffer.from(chunk as string));
    Reflect.apply(super.write, this, [chunk, ...rest]);
    // Nothing ever has to be waited for.
    return true;
  }

  override end(...given: unknown[]): this {
    const [chunk] = given;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array)
      this.#parts.push(Buffer.from(chunk as string));
    return Reflect.apply(super.end, this, given);
  }
}

/**
 * Has a page rendered for nobody in particular: the request holds its address and nothing of whoever asked, so the
 * answer cannot depend on it. It is not cut off either when they leave, since others may wait for the same page.
 */
export async function render(address: string, host: string, handle: Handle): Promise<Rendered> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: 'GET', url: address, httpVersion: '1.1' });
  Object.assign(request, { httpVersionMajor: 1, httpVersionMinor: 1 });
  request.headers = { host, accept: 'text/html', 'user-agent': 'kontakt' };
  request.push(null);
  const recorder = new Recorder(request);
  await new Promise<void>((resolve, reject) => {
    const broken = () => reject(new Error('a page was not rendered to its end'));
    recorder.once('close', () => (recorder.writableFinished ? resolve() : broken()));
    withStatus(recorder, () => handle(request, recorder)).catch(reject);
  });
  return { status: recorder.statusCode, headers: recorder.getHeaders(), body: recorder.body };
}
