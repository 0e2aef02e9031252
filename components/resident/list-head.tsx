import { MapTrifoldIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import type { PublicPage } from '#lib/submissions/dto.ts';

type ListHeadProps = Pick<PublicPage, 'count' | 'unplaced'> & {
  /** Where the same list of the whole city is, when this one is of a part. */
  wholeCity: string | null;
};

/** How many there are, of what, and what the map cannot show; said aloud when moving the map changes it. */
export function ListHead({ count, unplaced, wholeCity }: ListHeadProps) {
  const t = useTranslations('list');
  const map = useTranslations('browse');
  const apart = unplaced ? map('unplaced', { count: unplaced }) : null;
  return (
    <div className="lm-c">
      <div role="status">
        <h2 id="list-count">{t(count.more ? 'countMore' : 'count', { count: count.shown })}</h2>
        {wholeCity && <p className="meta">{map('inArea')}</p>}
      </div>
      <p className="meta">{[count.shown > 0 && t('order'), apart].filter(Boolean).join('; ')}</p>
      {wholeCity && <Link href={wholeCity}>{map('wholeCity')}</Link>}
      <LinkButton look="quiet" className="to-map js-only" href="#mapa">
        <Icon of={MapTrifoldIcon} />
        {map('toMap')}
      </LinkButton>
    </div>
  );
}
