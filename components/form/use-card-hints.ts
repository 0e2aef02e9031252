'use client';

import { useEffect, useState } from 'react';
import { postJson } from '#components/ui/post-json.ts';
import type { ProcedureHit } from '#lib/directory/procedure-dto.ts';
import { MAX_ASKED, MOST_CARDS } from '#lib/filing/words.ts';

const WAIT_MS = 600;
/** Fewer letters say too little. */
const LEAST_LETTERS = 8;

/**
 * Cards that may answer what is typed in a field of the page, after a pause in typing; an older answer never replaces
 * a newer one. Without network there are none.
 */
export function useCardHints(fieldId: string, language: string): ProcedureHit[] {
  const [found, setFound] = useState<ProcedureHit[]>([]);

  useEffect(() => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLTextAreaElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let request: AbortController | undefined;
    const look = async () => {
      const asked = field.value.trim();
      request = new AbortController();
      const cards = asked.length < LEAST_LETTERS ? [] : await fetchCards(asked, language, request.signal);
      if (cards) setFound(cards);
    };
    const wait = () => {
      clearTimeout(timer);
      request?.abort();
      timer = setTimeout(look, WAIT_MS);
    };
    wait();
    field.addEventListener('input', wait);
    return () => {
      clearTimeout(timer);
      request?.abort();
      field.removeEventListener('input', wait);
    };
  }, [fieldId, language]);

  return found;
}

/** Null: nothing was heard; what is shown stays. */
async function fetchCards(
  asked: string,
  language: string,
  signal: AbortSignal,
): Promise<ProcedureHit[] | null> {
  const question = { q: asked.slice(0, MAX_ASKED), lang: language };
  const found = await postJson<ProcedureHit[]>('/api/procedures', question, signal);
  return found?.slice(0, MOST_CARDS) ?? null;
}
