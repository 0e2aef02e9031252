'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ListedCase } from './browse-props.ts';

const LIST = 'lista';

const itemOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>(`#${LIST} [data-case]`) : null;

/**
 * The case that is pointed at, in the list or on the map. The list is the server's; pointing at an item, or stepping to
 * its link, is all that is needed.
 */
export function useListHighlight(listed: ListedCase[]) {
  const [pointed, setPointed] = useState<string | null>(null);
  useEffect(() => {
    const list = document.getElementById(LIST);
    if (!list) return;
    const enter = ({ target }: Event) => {
      const item = itemOf(target);
      if (item) setPointed(item.dataset.case ?? null);
    };
    const leave = () => setPointed(null);
    // Whoever was quicker than the map is not overlooked.
    setPointed(itemOf(document.activeElement)?.dataset.case ?? null);
    list.addEventListener('pointerover', enter);
    list.addEventListener('focusin', enter);
    list.addEventListener('pointerleave', leave);
    return () => {
      list.removeEventListener('pointerover', enter);
      list.removeEventListener('focusin', enter);
      list.removeEventListener('pointerleave', leave);
    };
  }, []);
  useEffect(() => {
    // A new list has new items; the one that is pointed at may be among them.
    const item = listed.some(({ reference }) => reference === pointed) ? itemById(pointed) : null;
    item?.classList.add('is-sel');
    return () => item?.classList.remove('is-sel');
  }, [listed, pointed]);
  const point = useCallback((reference: string | null, show = false) => {
    setPointed(reference);
    if (show) itemById(reference)?.scrollIntoView({ block: 'nearest' });
  }, []);
  return [pointed, point] as const;
}

function itemById(reference: string | null): HTMLElement | null {
  return reference ? document.querySelector(`#${LIST} [data-case="${CSS.escape(reference)}"]`) : null;
}
