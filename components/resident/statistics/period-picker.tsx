import { ArrowLeftIcon, ArrowRightIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { Select } from '#components/ui/text-input.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import type { PeriodStatistics } from '#lib/statistics/dto.ts';
import { neighbour, periodPath, STATISTICS_KINDS } from '#lib/statistics/words.ts';
import { useFigureWords } from './format.ts';

type Props = { statistics: Pick<PeriodStatistics, 'period' | 'periods' | 'kind'> };

/** Which period, and which kind: a form of one press, and the neighbours as links. */
export function PeriodPicker({ statistics: { period, periods, kind } }: Props) {
  const t = useTranslations('statistics');
  const words = useFigureWords();
  const locale = useLocale();
  const shown = periods.includes(period) ? periods : [period, ...periods];
  return (
    <form className="filters stat-pick no-print" action={localePath(locale, '/statystyki')}>
      <Select name="okres" label={t('pick.period')} defaultValue={period}>
        {shown.map((one) => (
          <option key={one} value={one}>
            {words.period(one)}
          </option>
        ))}
      </Select>
      <Select name="rodzaj" label={t('pick.kind')} defaultValue={kind}>
        {STATISTICS_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </Select>
      <Button type="submit">{t('pick.show')}</Button>
    </form>
  );
}

/** One period back, one on. */
export function PeriodNeighbours({ statistics: { period, periods, kind } }: Props) {
  const t = useTranslations('statistics.pick');
  const words = useFigureWords();
  const [before, after] = [neighbour(period, -1), neighbour(period, 1)];
  return (
    <nav className="pager" aria-label={t('label')}>
      {periods.includes(before) && (
        <Link className="link-block" href={periodPath(before, kind)} rel="prev">
          <Icon of={ArrowLeftIcon} weight="bold" />
          {t('previous', { period: words.period(before) })}
        </Link>
      )}
      {periods.includes(after) && (
        <Link className="link-block" href={periodPath(after, kind)} rel="next">
          {t('next', { period: words.period(after) })}
          <Icon of={ArrowRightIcon} weight="bold" />
        </Link>
      )}
    </nav>
  );
}
