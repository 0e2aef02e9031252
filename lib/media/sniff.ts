import { open } from 'node:fs/promises';

type PictureType = 'JPEG' | 'PNG' | 'WEBP';
export type Sniffed = PictureType | 'HEIC' | 'OTHER';

const HEAD_BYTES = 4096;
const TAIL_BYTES = 16_384;
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);

/**
 * What a second reader would take for a page, a document or an archive. Only the ends are searched: compressed pixels
 * in between could say anything by chance. The true defence is that originals are never served.
 */
const SECOND_NATURE =
  /<\/?(?:html|head|body|script|svg|iframe|object)[\s>/]|<!doctype|<!entity|<\?php|%PDF-\d/i;
/** The end of a ZIP archive, and so of a program for Java. */
const ARCHIVE_END = Buffer.from('PK\x05\x06', 'latin1');

/** What the first bytes say; a file's name and announced type say nothing. */
function typeOfHead(head: Buffer): Sniffed {
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'JPEG';
  if (head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'PNG';
  const text = head.subarray(0, 12).toString('latin1');
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'WEBP';
  if (text.slice(4, 8) === 'ftyp' && HEIC_BRANDS.has(text.slice(8, 12))) return 'HEIC';
  return 'OTHER';
}

/** The type of a picture from its first and last bytes; OTHER when it is none or also something else. */
function typeOfEnds(head: Buffer, tail: Buffer): Sniffed {
  const type = typeOfHead(head);
  if (type === 'OTHER' || type === 'HEIC') return type;
  const ends = [head, tail].map((bytes) => bytes.toString('latin1'));
  const alsoElse = ends.some((text) => SECOND_NATURE.test(text)) || tail.includes(ARCHIVE_END);
  return alsoElse ? 'OTHER' : type;
}

/** The same for a whole file in memory. */
export function typeOfBytes(bytes: Buffer): Sniffed {
  return typeOfEnds(bytes.subarray(0, HEAD_BYTES), bytes.subarray(-TAIL_BYTES));
}

/** The same for a file on the disk, of which only the ends are read. */
export async function typeOfFile(path: string): Promise<Sniffed> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
    const tail = Buffer.alloc(Math.min(TAIL_BYTES, size));
    await file.read(head, 0, head.length, 0);
    await file.read(tail, 0, tail.length, size - tail.length);
    return typeOfEnds(head, tail);
  } finally {
    await file.close();
  }
}
