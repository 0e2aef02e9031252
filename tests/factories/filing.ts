import { POST as answerStep } from '#app/api/drafts/[id]/[step]/route.ts';
import { POST as submit } from '#app/api/drafts/[id]/submit/route.ts';
import { POST as start } from '#app/api/drafts/route.ts';
import { DRAFT_COOKIE } from '#lib/filing/owner.ts';
import { callRoute } from './request.ts';

type Fields = Record<string, string | string[] | Blob>;

/** What a form is led to: its status, and the path of the next page. */
export type Led = { status: number; to: string };

/** One browser with its own cookie jar, filling forms as our pages send them. */
export class Browser {
  #cookie: string | undefined;

  get secret(): string | null {
    return this.#cookie?.slice(this.#cookie.indexOf('=') + 1) ?? null;
  }

  #headers(more: Record<string, string> = {}): Record<string, string> {
    return { ...more, ...(this.#cookie && { cookie: this.#cookie }) };
  }

  #keep(response: Response): Response {
    const set = response.headers.getSetCookie().find((one) => one.startsWith(`${DRAFT_COOKIE}=`));
    if (set) this.#cookie = set.split(';')[0];
    return response;
  }

  async start(fields: Fields, headers?: Record<string, string>): Promise<Response> {
    return this.#keep(
      await callRoute(start, '/api/drafts', { form: fields, headers: this.#headers(headers) }),
    );
  }

  async startJson(json: unknown): Promise<Response> {
    return this.#keep(await callRoute(start, '/api/drafts', { json, headers: this.#headers() }));
  }

  async step(id: string, step: string, fields: Fields, headers?: Record<string, string>): Promise<Response> {
    const path = `/api/drafts/${id}/${step}`;
    const options = { form: fields, params: { id, step }, headers: this.#headers(headers) };
    return this.#keep(await callRoute(answerStep, path, options));
  }

  async submit(id: string, headers?: Record<string, string>, back = '/'): Promise<Response> {
    const options = { form: { back }, params: { id }, headers: this.#headers(headers) };
    return callRoute(submit, `/api/drafts/${id}/submit`, options);
  }

  /** A draft with everything answered, ready to be sent. */
  async readyDraft(fields: Record<string, string> = {}): Promise<string> {
    const response = await this.start({ ...ORDINARY, ...fields });
    return draftOf(response);
  }
}

/** An ordinary pothole, all fields at once. */
export const ORDINARY = {
  kind: 'PROBLEM',
  text: 'Dziura w jezdni przed apteką.',
  category: 'dziura-w-jezdni',
  address: 'Długa 12',
  lat: '50.0697',
  lng: '19.9375',
};

export function led(response: Response): Led {
  return { status: response.status, to: response.headers.get('location') ?? '' };
}

/** The id of the draft that an answer leads to. */
export function draftOf(response: Response): string {
  return /\/(?:zglos\/[a-z]+|zadaj-pytanie)\/([0-9a-f-]{36})\//.exec(led(response).to)?.[1] ?? '';
}

/** The id under which a refused form was kept. */
export function stateOf(response: Response): string | undefined {
  return new URL(led(response).to, 'http://localhost').searchParams.get('f') ?? undefined;
}
