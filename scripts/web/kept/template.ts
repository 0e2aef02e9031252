import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { newId, newNonce } from '#lib/platform/ids.ts';
import type { Rendered } from './render.ts';

/** How far back compression looks. */
const WINDOW = 32_768;
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
/** An empty last block. */
const DEFLATE_END = Buffer.from([3, 0]);

/** A page without its nonce: each time that it is given, another one stands in the gaps. */
export type Template = {
  nonce: string;
  headers: OutgoingHttpHeaders;
  parts: Buffer[];
  /** The parts compressed, made when somebody first takes them so. */
  packed?: Buffer[];
  bytes: number;
};

/** What was rendered as a page for everybody; undefined for anything else than a whole page that sets nothing. */
export function templateOf({ status, headers, body }: Rendered): Template | undefined {
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
  const isPage = status === 200 && String(headers['content-type']).startsWith('text/html');
  if (!isPage || !nonce || headers['set-cookie'] || body.includes(0)) return undefined;
  const parts = body
    .toString()
    .split(nonce)
    .map((part) => Buffer.from(part));
  return { nonce, headers, parts, bytes: body.length };
}

/** Sends an answer as it was rendered. */
export function send({ status, headers, body }: Rendered, response: ServerResponse): void {
  response.writeHead(status, headers).end(body);
}

/** Sends the page with a nonce and a number that no other answer has. */
export function give(template: Template, response: ServerResponse, acceptEncoding: string | undefined): void {
  const nonce = newNonce();
  for (const [name, value] of Object.entries(template.headers)) {
    response.setHeader(name, String(value).replaceAll(template.nonce, nonce));
  }
  response.setHeader('x-request-id', newId());
  const small = takesGzip(acceptEncoding);
  if (small) response.setHeader('content-encoding', 'gzip');
  const body = small ? gzipped(template, Buffer.from(nonce)) : joined(template.parts, Buffer.from(nonce));
  response.setHeader('content-length', body.length);
  response.writeHead(200).end(body);
}

function takesGzip(acceptEncoding = ''): boolean {
  return /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))|,|$)/i.test(acceptEncoding);
}

function joined(parts: readonly Buffer[], between: Buffer): Buffer {
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [between, part])));
}

/** The compressed parts with the nonce between them as it is: compressing once is enough for all who come. */
function gzipped(template: Template, nonce: Buffer): Buffer {
  template.packed ??= pack(template.parts, nonce.length);
  const plain = joined(template.parts, nonce);
  const stored = Buffer.concat([Buffer.from([0, nonce.length, 0, ~nonce.length & 255, 255]), nonce]);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(plain), 0);
  tail.writeUInt32LE(plain.length, 4);
  return Buffer.concat([GZIP_HEAD, joined(template.packed, stored), DEFLATE_END, tail]);
}

/** Each part as blocks of its own that may refer to those before it, never into a gap: no part holds a NUL. */
function pack(parts: readonly Buffer[], gap: number): Buffer[] {
  let before = Buffer.alloc(0);
  return parts.map((part) => {
    const dictionary = before.length > 0 ? { dictionary: before } : {};
    before = Buffer.concat([before, part, Buffer.alloc(gap)]).subarray(-WINDOW);
    return deflateRawSync(part, { ...dictionary, finishFlush: constants.Z_SYNC_FLUSH });
  });
}
