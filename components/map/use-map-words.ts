import { useTranslations } from 'next-intl';
import type { ControlWords } from './map-controls.tsx';

/** The words that every map has, looked up on the server: around it and on its buttons. */
export function useMapWords(): ControlWords & Record<'skip' | 'loading', string> {
  const t = useTranslations('browse');
  return {
    skip: t('skip'),
    loading: t('loading'),
    zoom: t('zoom'),
    zoomIn: t('zoomIn'),
    zoomOut: t('zoomOut'),
    pan: t('pan'),
    up: t('up'),
    down: t('down'),
    left: t('left'),
    right: t('right'),
  };
}
