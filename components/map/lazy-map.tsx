'use client';

import {
  Component,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { LazyMapProps } from './map-props.ts';

const PickingMap = lazy(() => import('./picking-map.tsx').then((module) => ({ default: module.PickingMap })));

/** The map, loaded when it comes into view and not before. Everything it does can be done without it. */
export function LazyMap(props: LazyMapProps) {
  const { words } = props;
  const frame = useRef<HTMLElement>(null);
  const seen = useSeen(frame);
  const [bare, setBare] = useState(false);
  const onMissing = useCallback(() => setBare(true), []);
  return (
    <div className="map-panel js-only">
      <a className="skip-in" href="#chosen-place">
        {words.skip}
      </a>
      <section className="map map-pick-w" aria-label={words.name} ref={frame}>
        {seen && (
          <MapBoundary fallback={<p className="map-note">{words.failed}</p>}>
            <Suspense fallback={<p className="map-note">{words.loading}</p>}>
              <PickingMap {...props} onMissing={onMissing} />
            </Suspense>
          </MapBoundary>
        )}
      </section>
      <p className="meta map-under" role="status">
        {bare && words.noTiles}
      </p>
    </div>
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

/** A map that cannot be loaded or drawn says so and leaves the form alone. */
class MapBoundary extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
