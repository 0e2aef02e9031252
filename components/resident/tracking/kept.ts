import type { KeptPhoto } from '#components/ui/kept-photos.tsx';

/** What a refused form of this page gives back: the command it was, its values and its errors in words. */
export type Kept = {
  command: string | null;
  value: (name: string) => string | undefined;
  error: (name: string) => string | undefined;
  photos: KeptPhoto[];
};
