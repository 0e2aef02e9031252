'use client';

import { divIcon, type LayerGroup, type Map as LeafletMap, layerGroup, type Marker, marker } from 'leaflet';
import { useEffect, useRef } from 'react';
import type { BrowseWords, ListedCase, Mark } from './browse-props.ts';

/** Drawn by our style sheet: a drop with a sign or a number in it, or a circle with a number. */
const PIN_SIZE: [number, number] = [36, 44];
const SIZES = [
  { from: 0, size: 40 },
  { from: 100, size: 48 },
  { from: 1000, size: 56 },
  { from: 10_000, size: 66 },
];
const ABOVE = 10_000;

type LayerProps = {
  map: LeafletMap | null;
  marks: Mark[];
  listed: ListedCase[];
  pointed: string | null;
  words: BrowseWords;
  onOpen: (mark: Mark) => void;
};

/** Draws the marks, and over them the case that is pointed at, whether it has a mark of its own or is one of many. */
export function useMarkLayer({ map, marks, listed, pointed, words, onOpen }: LayerProps): void {
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    if (!map) return;
    const layer: LayerGroup = layerGroup().addTo(map);
    const numbers = new Map(listed.map(({ reference, number }) => [reference, number]));
    for (const [index, mark] of marks.entries()) {
      const drawn = mark.count ? cluster(mark, index + 1, words) : pin(mark, numbers, words);
      drawn.on('click', () => open.current(mark)).addTo(layer);
    }
    return () => {
      layer.remove();
    };
  }, [map, marks, listed, words]);
  useEffect(() => {
    const found = pointed === null ? null : listed.find(({ reference }) => reference === pointed);
    if (!map || !found) return;
    const drawn = marker([found.lat, found.lng], {
      icon: divIcon({
        className: `pin pin-sel st-${found.tone}`,
        html: '',
        iconSize: [46, 56],
        iconAnchor: [23, 56],
      }),
      interactive: false,
      keyboard: false,
      zIndexOffset: ABOVE,
    }).addTo(map);
    drawn.getElement()?.setAttribute('aria-hidden', 'true');
    drawn.getElement()?.append(textOf(String(found.number)));
    return () => {
      drawn.remove();
    };
  }, [map, listed, pointed]);
}

function cluster({ lat, lng, count = 0 }: Mark, n: number, words: BrowseWords): Marker {
  const size = SIZES.findLast(({ from }) => count >= from)?.size ?? 40;
  const icon = divIcon({ className: 'cluster', html: '', iconSize: [size, size] });
  const name = words.group.replace('{n}', String(n)).replace('{count}', String(count));
  return named(marker([lat, lng], { icon, keyboard: false }), name, textOf(String(count)));
}

function pin({ lat, lng, single }: Mark, numbers: Map<string, number>, words: BrowseWords): Marker {
  const { reference = '', title = '', titleLang, word = '', tone = '', day = '' } = single ?? {};
  const icon = divIcon({
    className: `pin st-${tone}`,
    html: '',
    iconSize: PIN_SIZE,
    iconAnchor: [PIN_SIZE[0] / 2, PIN_SIZE[1]],
  });
  const number = numbers.get(reference);
  // What is seen on it is heard first.
  const told = [title, words.statuses[word], day, reference].filter(Boolean).join(', ');
  const name = number ? `${number}. ${told}` : told;
  return named(
    marker([lat, lng], { icon, keyboard: false }),
    name,
    number ? textOf(String(number)) : signOf(tone),
    titleLang,
  );
}

/**
 * A name for who listens, out of the order of Tab: the list has the same things in an order. A finger or a screen
 * reader's own cursor still opens it.
 */
function named(drawn: Marker, name: string, content: Node, language?: string): Marker {
  return drawn.on('add', () => {
    const element = drawn.getElement();
    if (!element || element.hasChildNodes()) return;
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', name);
    // A name is heard in one language: in that of somebody's own words, where it begins with them.
    if (language) element.lang = language;
    element.tabIndex = -1;
    element.append(content);
  });
}

function textOf(text: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}

/** The legend's own sign. */
function signOf(tone: string): Node {
  const sign = document.querySelector(`#legenda .st-${tone} svg`);
  return sign?.cloneNode(true) ?? textOf('');
}
