import type { DraftOwner } from '#lib/filing/owner.ts';
import { readDraft } from '#lib/filing/queries.ts';
import { draftPath, type Step } from '#lib/filing/words.ts';
import { type Locale, localePath } from '#lib/i18n/languages.ts';
import { AppError, type FieldErrors } from '#lib/platform/errors.ts';
import { keepFormState } from '#lib/platform/form-state.ts';
import type { Answer } from '#lib/platform/http.ts';
import { spokenLocale, wantsJson } from '#lib/platform/http-request.ts';
import type { Kind } from '#lib/submissions/words.ts';

/** What a route of a draft knows of its request. */
export type DraftCall = {
  request: Request;
  actor: DraftOwner;
  input: Record<string, unknown>;
  locale: Locale;
};

/** Where a step of a draft is seen. */
export function stepPath(locale: Locale, kind: Kind, id: string, step: Step | 'later'): string {
  return localePath(locale, draftPath(kind, id, step));
}

/** Where a sent draft's submission is followed; `fresh` right after it was taken in. */
export function trackingPath(locale: Locale, code: string, fresh: boolean): string {
  return localePath(locale, `/sledz/${code}${fresh ? '?przyjete=1' : ''}`);
}

/**
 * On to the first step that is not answered; a draft that was sent leads to its submission. Where no page says in which
 * language, in that of the draft.
 */
export async function goOn({ actor, request, input }: DraftCall, id: string): Promise<Answer> {
  const { draft, sent } = await readDraft(actor, id);
  const locale = spokenLocale(request, input) ?? (draft ?? sent).locale;
  if (sent) {
    const url = trackingPath(locale, sent.code, false);
    return { json: { id, next: null, ...sent, url }, to: stepPath(locale, sent.kind, id, 'check') };
  }
  const url = stepPath(locale, draft.kind, id, draft.next);
  return { json: { id, next: draft.next, url }, to: url };
}

/**
 * Leads a refused form back to its page with every typed value; a draft that is gone leads to the page that says so,
 * and keeps the words for a new one. A program gets the error itself.
 */
export async function backTo(call: DraftCall, error: unknown, path: string): Promise<Answer> {
  if (wantsJson(call.request) || !(error instanceof AppError)) throw error;
  if (error.code === 'INVALID')
    return { json: null, to: withState(path, await keep(call, error.details.fields)) };
  if (error.code !== 'GONE' && error.code !== 'NOT_FOUND') throw error;
  const text = typeof call.input.text === 'string' && call.input.text !== '';
  return { json: null, to: text ? withState(path, await keep(call, {})) : path };
}

async function keep({ input }: DraftCall, errors: FieldErrors = {}): Promise<string> {
  const words = Object.entries(input).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return keepFormState({ values: Object.fromEntries(words), errors });
}

export function withState(path: string, state: string): string {
  return `${path}?f=${state}`;
}
