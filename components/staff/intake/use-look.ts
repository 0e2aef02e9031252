'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { PickedPoint } from '#components/form/picker-words.ts';
import { postJson } from '#components/ui/post-json.ts';
import type { LookView } from './intake-words.ts';

const WAIT_MS = 350;
const NOTHING: LookView = { categories: [], findings: [], outside: null, similar: [] };

/** What can be said of the form as it stands, asked after a short pause. An older answer never replaces a newer one. */
export function useLook(
  root: RefObject<HTMLElement | null>,
  point: PickedPoint | null,
  first: LookView | null,
) {
  const [look, setLook] = useState(first ?? NOTHING);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const request = useRef<AbortController | undefined>(undefined);

  const ask = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const form = root.current?.closest('form');
      if (!form) return;
      request.current?.abort();
      request.current = new AbortController();
      const answer = await fetchLook(form, request.current.signal);
      if (!answer) return;
      setLook(answer);
      pickCategory(form, answer);
    }, WAIT_MS);
  }, [root]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the point is another one
  useEffect(ask, [ask, point?.lat, point?.lng]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { look, ask };
}

/** The fields that matter, without the person: the answer is about the thing. */
function fetchLook(form: HTMLFormElement, signal: AbortSignal): Promise<LookView | null> {
  const data = new FormData(form);
  const names = ['kind', 'text', 'category', 'lat', 'lng'];
  return postJson('/api/staff/look', Object.fromEntries(names.map((name) => [name, data.get(name)])), signal);
}

/** The likeliest category stands in the field until somebody chooses; whatever was chosen stays. */
function pickCategory(form: HTMLFormElement, { categories }: LookView): void {
  const field = form.querySelector<HTMLSelectElement>('select[name=category]');
  const best = categories[0]?.code;
  if (!field || !best || (field.value !== '' && field.value !== field.dataset.picked)) return;
  field.value = best;
  field.dataset.picked = best;
}
