'use client';

import { type RefObject, useEffect, useReducer } from 'react';
import type { MailPreview } from '#lib/notifications/preview-dto.ts';
import { askPreview, askReply, controlOf } from './reply-requests.ts';

type Before = { field: string; text: string };
type Words = { inserted: string; fallback: string; failed: string };
type Paths = { reply: string; preview: string };

/** What the form's two extra buttons led to: a sentence, a way back, a mail to look at. */
type Shown = { note: string; before: Before | null; preview: MailPreview | null };

const NOTHING: Shown = { note: '', before: null, preview: null };

const changed = (shown: Shown, part: Partial<Shown>): Shown => ({ ...shown, ...part });

/** Puts a template's words below what stands in its field, and says how it was before. */
async function insert(form: HTMLFormElement, path: string, words: Words): Promise<Partial<Shown>> {
  const answer = await askReply(path, form);
  if (!answer.ok) return { note: answer.reasons.join(' ') };
  const { field, text, locale, fallback } = answer.value;
  const area = controlOf(form, field);
  if (!area) return {};
  const before = { field, text: area.value };
  area.value = area.value.trim() === '' ? text : `${area.value.trimEnd()}\n\n${text}`;
  const language = controlOf(form, 'language');
  if (language) language.value = locale;
  selectGap(area);
  return { before, note: fallback ? `${words.inserted} ${words.fallback}` : words.inserted };
}

/** The first gap of the template is selected: the next key typed fills it. */
function selectGap(area: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): void {
  area.focus();
  const gap = /\{\{[^{}]*\}\}/.exec(area.value);
  if (gap && 'setSelectionRange' in area) area.setSelectionRange(gap.index, gap.index + gap[0].length);
}

async function show(form: HTMLFormElement, path: string): Promise<Partial<Shown>> {
  const answer = await askPreview(path, form);
  return answer.ok ? { note: '', preview: answer.value } : { note: answer.reasons.join(' ') };
}

/** Takes the clicks of the form around `anchor` on its buttons with `data-reply`. */
export function useReplyButtons(anchor: RefObject<HTMLElement | null>, paths: Paths, words: Words) {
  const [shown, change] = useReducer(changed, NOTHING);
  const { inserted, fallback, failed } = words;
  const { reply, preview } = paths;

  useEffect(() => {
    const form = anchor.current?.closest('form');
    if (!form) return;
    const listen = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest('[data-reply]') : null;
      if (!button) return;
      event.preventDefault();
      const asked =
        button.getAttribute('data-reply') === 'insert'
          ? insert(form, reply, { inserted, fallback, failed })
          : show(form, preview);
      asked.then(change).catch(() => change({ note: failed }));
    };
    form.addEventListener('click', listen);
    return () => form.removeEventListener('click', listen);
  }, [anchor, reply, preview, inserted, fallback, failed]);

  const undo = () => {
    const form = anchor.current?.closest('form');
    const area = form && shown.before && controlOf(form, shown.before.field);
    if (area && shown.before) area.value = shown.before.text;
    change({ note: '', before: null });
  };
  return { ...shown, undo, closePreview: () => change({ preview: null }) };
}
