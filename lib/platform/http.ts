import 'server-only';
import type { z } from 'zod';
import type { Locale } from '#lib/i18n/languages.ts';
import { ownOrigins } from './env.ts';
import { AppError, type FieldErrors } from './errors.ts';
import { errorResponse, toAppError } from './http-error.ts';
import { fieldErrors, localeOf, wantsJson } from './http-request.ts';
import { newId } from './ids.ts';
import { hit, type LimitName } from './limits.ts';
import type { RejectedFile, UploadedFile } from './multipart.ts';
import { type Fields, type RequestBody, readBody } from './request-body.ts';

/** Everything a command needs to know of one request. */
export type Call<A, I> = {
  request: Request;
  actor: A;
  input: I;
  params: Record<string, string>;
  files: UploadedFile[];
  /** Files that were too large or too many; the rest of the form is kept. */
  rejected: RejectedFile[];
  clientAddress: string;
  requestId: string;
  locale: Locale;
};

/** JSON for a program; for a form, where to go next (303) and what to set on the way. */
export type Answer = {
  json: unknown;
  /** Sent as it is instead of `json`, with the content type among `headers`. */
  body?: string;
  status?: number;
  to?: string;
  cookies?: string[];
  headers?: Record<string, string>;
};

type Options<A, S extends z.ZodType> = {
  actor: (request: Request) => Promise<A>;
  /** Counted per client address before anything is read; see LIMITS. */
  limit?: LimitName;
  schema: S;
  files?: boolean;
  run: (call: Call<A, z.output<S>>) => Promise<Answer>;
  /** Where a form goes back to when its fields are wrong, if not to its own `back` field. */
  onInvalid?: (
    call: Omit<Call<A, unknown>, 'input'> & { fields: Fields; errors: FieldErrors },
  ) => Promise<Answer | null>;
};

export type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * The one way in: origin → limit → actor → body → zod → command → answer. Serves plain HTML forms (303) and programs
 * (JSON, problem+json) alike; a form that is refused finds its values again through `back`.
 */
export function route<A, S extends z.ZodType>(options: Options<A, S>) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const call = await newCall(request, context);
    let body: RequestBody | undefined;
    try {
      assertOwnOrigin(request);
      if (options.limit) await hit(options.limit, call.clientAddress);
      const actor = await options.actor(request);
      body = await readBody(request, options.files ?? false);
      call.locale = localeOf(request, body.fields);
      const withActor = { ...call, actor, files: body.files, rejected: body.rejected };
      const parsed = options.schema.safeParse(body.fields);
      if (!parsed.success) {
        const errors = fieldErrors(parsed.error);
        const answer = await options.onInvalid?.({ ...withActor, fields: body.fields, errors });
        if (answer) return respond(request, call.requestId, answer);
        throw new AppError('INVALID', { fields: errors });
      }
      return respond(request, call.requestId, await options.run({ ...withActor, input: parsed.data }));
    } catch (error) {
      return errorResponse({
        error: toAppError(error, call.requestId),
        fields: body?.fields ?? {},
        files: body?.files ?? [],
        ...call,
      });
    } finally {
      await body?.discard();
    }
  };
}

async function newCall(request: Request, context: RouteContext) {
  const params: Record<string, string> = {};
  // A route without brackets in its path is given no parameters at all.
  for (const [name, value] of Object.entries((await context.params) ?? {}))
    params[name] = [value].flat().join('/');
  return {
    request,
    params,
    clientAddress: request.headers.get('x-client-address') ?? 'unknown',
    requestId: newId(),
    locale: localeOf(request),
  };
}

/** A change is accepted only from our own pages: the browser says where a form or a fetch came from. */
function assertOwnOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  const ours = origin ? ownOrigins.has(origin) : request.headers.get('sec-fetch-site') === 'same-origin';
  if (!ours) throw new AppError('FOREIGN_ORIGIN');
}

function respond(request: Request, requestId: string, answer: Answer): Response {
  const headers = new Headers({ 'x-request-id': requestId, 'cache-control': 'no-store', ...answer.headers });
  for (const cookie of answer.cookies ?? []) headers.append('set-cookie', cookie);
  if (answer.to !== undefined && !wantsJson(request)) {
    headers.set('location', answer.to);
    return new Response(null, { status: 303, headers });
  }
  headers.set('content-type', headers.get('content-type') ?? 'application/json; charset=utf-8');
  headers.set('x-content-type-options', 'nosniff');
  const body = answer.body ?? JSON.stringify(answer.json);
  return new Response(body, { status: answer.status ?? 200, headers });
}
