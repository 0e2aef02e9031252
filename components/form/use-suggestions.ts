'use client';

import { useEffect, useRef, useState } from 'react';
import type { PlaceSuggestion } from './picker-words.ts';

const WAIT_MS = 180;
const LEAST_LETTERS = 2;

type Suggestions = {
  found: PlaceSuggestion[];
  /** Asks for what fits the text, after a short pause; an older answer never replaces a newer one. */
  ask: (typed: string) => void;
  close: () => void;
};

/** Place names that fit what is typed. Without network there are none, and the field is a plain field. */
export function useSuggestions(language: string, opened: (count: number) => void): Suggestions {
  const [found, setFound] = useState<PlaceSuggestion[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const request = useRef<AbortController | undefined>(undefined);

  const stop = () => {
    clearTimeout(timer.current);
    request.current?.abort();
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      request.current?.abort();
    },
    [],
  );

  const ask = (typed: string) => {
    stop();
    const asked = typed.trim();
    if (asked.length < LEAST_LETTERS) return setFound([]);
    timer.current = setTimeout(async () => {
      const controller = new AbortController();
      request.current = controller;
      const places = await fetchPlaces(asked, language, controller.signal);
      if (!places) return;
      setFound(places);
      opened(places.length);
    }, WAIT_MS);
  };
  const close = () => {
    stop();
    setFound([]);
  };
  return { found, ask, close };
}

async function fetchPlaces(
  typed: string,
  language: string,
  signal: AbortSignal,
): Promise<PlaceSuggestion[] | null> {
  try {
    const query = new URLSearchParams({ q: typed, lang: language });
    const response = await fetch(`/api/places?${query}`, { signal });
    const body: unknown = response.ok ? await response.json() : [];
    return Array.isArray(body) ? (body as PlaceSuggestion[]) : [];
  } catch {
    return null;
  }
}
