import type { StaffActor } from '#lib/access/actor.ts';
import { sealSession } from '#lib/access/session.ts';
import { SESSION_COOKIE } from '#lib/access/session-token.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

type Fields = Record<string, string | string[] | Blob>;

type Options = {
  /** Parts of the address in brackets. */
  params?: Record<string, string>;
  method?: string;
  /** Sent as a page's form: answered by 303 or a page. */
  form?: Fields;
  /** Sent by a program: answered by JSON. */
  json?: unknown;
  /** Who is signed in. */
  as?: StaffActor;
  headers?: Record<string, string>;
  /** Own unless a test is about limits: each caller has its own. */
  clientAddress?: string;
};

let callers = 0;

/** The `cookie` header of somebody who is signed in. */
export async function sessionOf(actor: StaffActor): Promise<string> {
  const { sessionVersion } = await db.staffUser.findUniqueOrThrow({ where: { id: actor.id } });
  return `${SESSION_COOKIE}=${await sealSession({ sub: actor.id, version: sessionVersion })}`;
}

function bodyOf({ form, json }: Options): FormData | URLSearchParams | string | null {
  if (json !== undefined) return JSON.stringify(json);
  if (!form) return null;
  const entries = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string | Blob] => [name, one]),
  );
  if (entries.every(([, value]) => typeof value === 'string')) {
    return new URLSearchParams(entries as [string, string][]);
  }
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value as Blob);
  return data;
}

/** Calls a route handler the way our own pages do: own origin, own address, signed in or not. */
export async function callRoute(handler: Handler, path: string, options: Options = {}): Promise<Response> {
  callers += 1;
  const body = bodyOf(options);
  const headers = new Headers({
    accept: options.form ? 'text/html' : 'application/json',
    origin: env.APP_URL,
    'x-client-address': options.clientAddress ?? `test-${process.pid}-${callers}`,
    ...(options.json !== undefined && { 'content-type': 'application/json' }),
    ...(options.as && { cookie: await sessionOf(options.as) }),
    ...options.headers,
  });
  const method = options.method ?? (body === null ? 'GET' : 'POST');
  const request = new Request(new URL(path, env.APP_URL), { method, headers, body });
  // An address without brackets comes without parameters: Next says nothing then, not an empty list.
  return handler(request, { params: Promise.resolve(options.params as Record<string, string>) });
}
