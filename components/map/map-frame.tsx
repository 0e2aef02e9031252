'use client';

import { Component, type ReactNode, type RefObject, Suspense, useEffect, useState } from 'react';

type MapFrameProps = {
  /** The element that must be on the screen. */
  frame: RefObject<HTMLElement | null>;
  words: { loading: string; failed: string };
  children: ReactNode;
};

/** What is inside is loaded when the frame comes into view and not before; a map that cannot be drawn says so. */
export function MapFrame({ frame, words, children }: MapFrameProps) {
  const seen = useSeen(frame);
  if (!seen) return null;
  return (
    <MapBoundary fallback={<p className="map-note">{words.failed}</p>}>
      <Suspense fallback={<p className="map-note">{words.loading}</p>}>{children}</Suspense>
    </MapBoundary>
  );
}

/** True from the moment the element is on the screen. */
function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      setSeen(true);
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return seen;
}

/** A map that cannot be loaded or drawn says so and leaves the page alone. */
class MapBoundary extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
