import type { FilledReply } from '#lib/directory/reply-dto.ts';
import type { MailPreview } from '#lib/notifications/preview-dto.ts';

/** What a route answers: its words, or the reasons why not. */
type Answered<T> = { ok: true; value: T } | { ok: false; reasons: string[] };

/** The form as it stands, without its files: they wait for the real sending. */
function bodyOf(form: HTMLFormElement): FormData {
  const body = new FormData(form);
  body.delete('photos');
  return body;
}

async function ask<T>(path: string, form: HTMLFormElement): Promise<Answered<T>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: bodyOf(form),
  });
  const answer = await response.json();
  if (response.ok) return { ok: true, value: answer as T };
  const errors = Object.values((answer.errors ?? {}) as Record<string, { message: string }[]>).flat();
  return { ok: false, reasons: errors.length > 0 ? errors.map(({ message }) => message) : [answer.title] };
}

export const askReply = (path: string, form: HTMLFormElement) => ask<FilledReply>(path, form);
export const askPreview = (path: string, form: HTMLFormElement) => ask<MailPreview>(path, form);

type Written = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

/** A control of the form by its name; null when there is none or several. */
export function controlOf(form: HTMLFormElement, name: string): Written | null {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLTextAreaElement ||
    control instanceof HTMLInputElement ||
    control instanceof HTMLSelectElement
    ? control
    : null;
}
