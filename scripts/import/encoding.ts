import { createReadStream } from 'node:fs';

/** Encodings a file may have; the names are those of TextDecoder. */
export const ENCODINGS = ['utf-8', 'windows-1250', 'iso-8859-2', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a mark at the very beginning says. */
function byMark(start: Buffer): Encoding | undefined {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** ą Ą ś Ś ź Ź stand in different places of the two Polish encodings; all other letters are the same. */
const POLISH_1250 = new Set([0xb9, 0xa5, 0x9c, 0x8c, 0x9f, 0x8f]);
const POLISH_8859 = new Set([0xb1, 0xa1, 0xb6, 0xa6, 0xbc, 0xac]);
/** Control characters in ISO 8859-2, dashes and quotation marks in Windows-1250. */
const isWindowsOnly = (byte: number) => byte >= 0x80 && byte <= 0x9f;

/**
 * How a file is written: by its mark; UTF-8 when all of it can be read so; else by the Polish letters in it. Reads the
 * whole file once, because the first foreign letter may stand in the last row.
 */
export async function detectEncoding(file: string): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let first = true;
  let windows = 0;
  let iso = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const marked = first ? byMark(chunk) : undefined;
    if (marked) return marked;
    first = false;
    isUtf8 &&= reads(strict, chunk);
    for (const byte of chunk) {
      if (byte < 0x80) continue;
      if (POLISH_1250.has(byte) || isWindowsOnly(byte)) windows += 1;
      else if (POLISH_8859.has(byte)) iso += 1;
    }
  }
  isUtf8 &&= reads(strict);
  if (isUtf8) return 'utf-8';
  return iso > windows ? 'iso-8859-2' : 'windows-1250';
}

function reads(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** The file's text, piece by piece; a mark at the beginning is left out. */
export async function* decodedText(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
