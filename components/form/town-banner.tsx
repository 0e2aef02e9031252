import { useTranslations } from 'next-intl';
import { Banner } from '#components/ui/banner.tsx';
import { Link } from '#components/ui/link.tsx';
import { PhoneLink } from '#components/ui/plate.tsx';
import type { DraftView } from '#lib/filing/dto.ts';
import { draftPath } from '#lib/filing/words.ts';

/** The place was told in words that name another town: a question, because words never prove it. */
export function TownBanner({ draft }: { draft: Pick<DraftView, 'kind' | 'id' | 'place'> }) {
  const t = useTranslations('filing');
  const town = draft.place?.otherTown;
  if (!town) return null;
  return (
    <Banner tone="warn" title={t('check.town.title', { town })}>
      <p>
        {t('place.outsideHelp')} <PhoneLink />
      </p>
      <p>
        {t('check.town.stay')}{' '}
        <Link href={draftPath(draft.kind, draft.id, 'place')}>{t('check.town.fix')}</Link>
      </p>
    </Banner>
  );
}
