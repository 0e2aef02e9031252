import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { diskError } from './disk-full.ts';
import { AppError } from './errors.ts';
import { feed, malformed } from './multipart-feed.ts';
import { newTempPath, openTempFolder, removeFiles } from './temp-files.ts';
import { writeStream } from './write-stream.ts';

export type UploadedFile = { field: string; name: string; path: string; bytes: number; sha256: string };
export type RejectedFile = { field: string; name: string; reason: 'TOO_LARGE' | 'TOO_MANY' };
export type MultipartBody = {
  fields: Record<string, string | string[]>;
  /** In the order they were sent; each lies in a temporary file until somebody moves it or `discard` is called. */
  files: UploadedFile[];
  rejected: RejectedFile[];
  /** Removes the temporary files that are still there. */
  discard(): Promise<void>;
};

type MultipartLimits = {
  /** Bytes of one file; a larger one is rejected and the rest of the form is kept. */
  fileBytes: number;
  /** Files that are kept; those after them are rejected. */
  files: number;
  fields: number;
  /** Bytes of one field. */
  fieldBytes: number;
  /** Bytes of a whole body that are read, so that a browser that is still sending gets the answer and not a reset. */
  drainBytes: number;
};

const MEGABYTE = 1024 * 1024;

const MULTIPART_LIMITS: MultipartLimits = {
  fileBytes: 10 * MEGABYTE,
  files: 5,
  fields: 100,
  fieldBytes: 256 * 1024,
  drainBytes: 60 * MEGABYTE,
};

/** All fields together may weigh this many times one field: they are kept in memory. */
const FIELDS_WEIGHT = 4;
/** Parts beyond what the form can hold that are still looked at, so that each rejected file has its name. */
const SPARE_PARTS = 100;
const LONGEST_NAME = 100;

type Part = UploadedFile | RejectedFile;

/** What has been understood of a body so far. */
type Collected = {
  fields: Map<string, string[]>;
  parts: Promise<Part>[];
  paths: string[];
  fieldBytes: number;
  /** Files that take one of the places. */
  taken: number;
  failure?: unknown;
};

/**
 * Reads a multipart body as a stream: files go to temporary files, whatever their size memory stays flat. Throws
 * AppError INVALID for a body that is malformed or was cut off, TOO_LARGE for one that passes `drainBytes` or a field
 * that is too long, OVERLOADED when the disk is full; no temporary file is left behind then.
 */
export async function readMultipart(
  request: Request,
  limits: Partial<MultipartLimits> = {},
): Promise<MultipartBody> {
  const bounds = { ...MULTIPART_LIMITS, ...limits };
  const collected: Collected = { fields: new Map(), parts: [], paths: [], fieldBytes: 0, taken: 0 };
  try {
    if (Number(request.headers.get('content-length')) > bounds.drainBytes) throw new AppError('TOO_LARGE');
    await openTempFolder();
    await feed(request, createParser(request, bounds, collected), bounds.drainBytes);
    if (collected.failure) throw collected.failure;
    return bodyOf(collected, await Promise.all(collected.parts));
  } catch (error) {
    await Promise.allSettled(collected.parts);
    await removeFiles(collected.paths);
    throw diskError(error);
  }
}

function createParser(request: Request, bounds: MultipartLimits, collected: Collected): busboy.Busboy {
  const parser = openParser(request, bounds);
  const fail = (error: AppError) => {
    collected.failure ??= error;
  };
  parser.on('error', () => fail(malformed()));
  parser.on('fieldsLimit', () => fail(malformed()));
  parser.on('partsLimit', () => fail(malformed()));
  parser.on('field', (name, value, info) => {
    if (typeof name !== 'string' || typeof value !== 'string') return fail(malformed());
    collected.fieldBytes += Buffer.byteLength(value);
    const tooMuch = collected.fieldBytes > bounds.fieldBytes * FIELDS_WEIGHT;
    if (info.valueTruncated || tooMuch) return fail(new AppError('TOO_LARGE'));
    collected.fields.set(name, [...(collected.fields.get(name) ?? []), value]);
  });
  parser.on('file', (field, stream, info) => {
    // An unhandled 'error' of a stream would end the process; whoever reads the stream is told in any case.
    stream.on('error', () => {});
    if (typeof field === 'string' && typeof info.filename === 'string') {
      const part = receive(stream, { field, name: harmlessName(info.filename) }, bounds, collected);
      part.catch(() => {});
      collected.parts.push(part);
    } else {
      stream.resume();
    }
  });
  return parser;
}

function openParser(request: Request, bounds: MultipartLimits): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      defParamCharset: 'utf8',
      limits: {
        // The parser says 'limit' at a file of exactly this size.
        fileSize: bounds.fileBytes + 1,
        fields: bounds.fields,
        fieldSize: bounds.fieldBytes,
        parts: bounds.fields + bounds.files + SPARE_PARTS,
      },
    });
  } catch {
    throw malformed();
  }
}

async function receive(
  stream: Readable,
  file: { field: string; name: string },
  bounds: MultipartLimits,
  collected: Collected,
): Promise<Part> {
  if (collected.taken >= bounds.files) {
    stream.resume();
    return { ...file, reason: 'TOO_MANY' };
  }
  collected.taken += 1;
  const tooLarge = new AbortController();
  stream.once('limit', () => {
    collected.taken -= 1;
    tooLarge.abort();
  });
  const path = newTempPath();
  collected.paths.push(path);
  const written = await writeStream(stream, path, tooLarge.signal);
  return written ? { ...file, path, ...written } : { ...file, reason: 'TOO_LARGE' };
}

/** The name is only ever shown in a message: one line, of a bearable length, without signs that hide or turn text. */
function harmlessName(name: string): string {
  const visible = name
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const signs = [...visible];
  if (signs.length <= LONGEST_NAME) return visible || '?';
  return `${signs.slice(0, LONGEST_NAME - 11).join('')}…${signs.slice(-10).join('')}`;
}

function bodyOf({ fields, paths }: Collected, parts: Part[]): MultipartBody {
  const entries = [...fields].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]);
  return {
    fields: Object.fromEntries(entries),
    files: parts.filter((part) => 'path' in part),
    rejected: parts.filter((part) => 'reason' in part),
    discard: () => removeFiles(paths),
  };
}
