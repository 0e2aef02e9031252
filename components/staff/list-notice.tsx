import { useTranslations } from 'next-intl';
import { Banner } from '#components/ui/banner.tsx';

type ListNoticeProps = { query: Record<string, string | string[] | undefined> };

/** What has just happened to a case that is no longer this person's to see. */
export function ListNotice({ query }: ListNoticeProps) {
  const t = useTranslations('commands.done');
  const reference =
    typeof query.numer === 'string' && /^KRK-\d{4}-\d{6,9}$/.test(query.numer) ? query.numer : '';
  if (!reference || query.f !== undefined) return null;
  if (query.zrobione !== 'return' && query.zrobione !== 'forward') return null;
  return (
    <Banner tone="ok" role="status">
      {t(query.zrobione === 'return' ? 'return' : 'forwardAway', { reference })}
    </Banner>
  );
}
