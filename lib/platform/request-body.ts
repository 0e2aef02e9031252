import { AppError } from './errors.ts';
import { type MultipartBody, type RejectedFile, readMultipart, type UploadedFile } from './multipart.ts';

export type Fields = Record<string, unknown>;
export type RequestBody = {
  fields: Fields;
  files: UploadedFile[];
  rejected: RejectedFile[];
  discard(): Promise<void>;
};

/** Enough for the longest text in the widest encoding of a form; files come as multipart. */
const MAX_TEXT_BODY = 256 * 1024;
/** What is over is read and forgotten, so that a browser that is still sending gets the answer and not a reset. */
const MAX_DRAINED = 60 * 1024 * 1024;

/** Reads a JSON, urlencoded or multipart body, or the query of a GET, within our limits. */
export async function readBody(request: Request, allowFiles: boolean): Promise<RequestBody> {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return withoutFiles(fieldsOf(new URL(request.url).searchParams));
  }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') {
    const body: MultipartBody = await readMultipart(request, allowFiles ? {} : { files: 0 });
    return { ...body, fields: keepable(body.fields) };
  }
  const text = await readText(request);
  if (type === 'application/x-www-form-urlencoded') return withoutFiles(fieldsOf(new URLSearchParams(text)));
  if (type === 'application/json') return withoutFiles(parseJson(text));
  if (type === '' && text === '') return withoutFiles({});
  throw new AppError('UNSUPPORTED_MEDIA');
}

function withoutFiles(fields: Fields): RequestBody {
  return { fields: keepable(fields), files: [], rejected: [], discard: async () => {} };
}

/**
 * Without what PostgreSQL refuses to keep: NUL, and single halves of signs that are written in two, as a cut emoji
 * leaves behind. Only texts and lists of texts: no form takes anything deeper.
 */
function keepable(fields: Fields): Fields {
  const tidy = (value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value;
  const entries = Object.entries(fields).map(([name, value]) => [
    tidy(name),
    Array.isArray(value) ? value.map(tidy) : tidy(value),
  ]);
  return Object.fromEntries(entries);
}

async function readText(request: Request): Promise<string> {
  // The reader is never cancelled: that would cut the connection before the answer.
  const reader = request.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.byteLength;
    if (size > MAX_DRAINED) break;
    if (size <= MAX_TEXT_BODY) text += decoder.decode(piece.value, { stream: true });
  }
  if (size > MAX_TEXT_BODY) throw new AppError('TOO_LARGE');
  return text + decoder.decode();
}

function parseJson(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text || '{}');
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Fields;
  } catch {
    // falls through: not JSON is as wrong as JSON that is no object
  }
  throw new AppError('INVALID', { message: 'errors.malformed' });
}

/**
 * A repeated name becomes a list, as checkboxes of one name are sent. In one pass: a body holds tens of thousands of
 * names, and looking for each among all of them would stop the server for seconds.
 */
function fieldsOf(params: URLSearchParams): Fields {
  const lists = new Map<string, string[]>();
  for (const [name, value] of params) {
    const list = lists.get(name);
    if (list) list.push(value);
    else lists.set(name, [value]);
  }
  return Object.fromEntries([...lists].map(([name, list]) => [name, list.length > 1 ? list : list[0]]));
}
