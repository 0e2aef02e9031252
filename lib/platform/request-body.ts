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

/** Reads a JSON, urlencoded or multipart body, or the query of a GET, within our limits. */
export async function readBody(request: Request, allowFiles: boolean): Promise<RequestBody> {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return withoutFiles(fieldsOf(new URL(request.url).searchParams));
  }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') {
    const body: MultipartBody = await readMultipart(request, allowFiles ? {} : { files: 0 });
    return body;
  }
  const text = await readText(request);
  if (type === 'application/x-www-form-urlencoded') return withoutFiles(fieldsOf(new URLSearchParams(text)));
  if (type === 'application/json') return withoutFiles(parseJson(text));
  if (type === '' && text === '') return withoutFiles({});
  throw new AppError('UNSUPPORTED_MEDIA');
}

function withoutFiles(fields: Fields): RequestBody {
  return { fields, files: [], rejected: [], discard: async () => {} };
}

async function readText(request: Request): Promise<string> {
  if (!request.body) return '';
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > MAX_TEXT_BODY) throw new AppError('TOO_LARGE');
    text += decoder.decode(chunk, { stream: true });
  }
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

/** A repeated name becomes a list, as checkboxes of one name are sent. */
function fieldsOf(params: URLSearchParams): Fields {
  const fields: Fields = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    fields[name] = values.length > 1 ? values : values[0];
  }
  return fields;
}
