import { fold } from '#lib/platform/stem.ts';

type Shown = { publicTitle: string | null; publicText: string | null };

/**
 * What everybody may search in: the released words and, unless the category is sensitive, the address. Nothing while
 * nothing is released, so that a search can never tell what a page would not show.
 */
export function publicSearchText(
  { publicTitle, publicText }: Shown,
  address: string | null,
  sensitive: boolean,
): string | null {
  if (publicText === null) return null;
  return fold([publicTitle, publicText, sensitive ? null : address].join(' '));
}
