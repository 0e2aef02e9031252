import { useLocale, useTranslations } from 'next-intl';
import { Details } from '#components/ui/details.tsx';
import { intlLocale } from '#lib/i18n/languages.ts';
import type { PeriodStatistics } from '#lib/statistics/dto.ts';
import { FewNote, TooFew } from './figures-table.tsx';
import { useFigureWords } from './format.ts';

type Trend = PeriodStatistics['trend'];

const WIDTH = 780;
const HEIGHT = 240;
const TOP = 24;
const BOTTOM = 30;
const GAP = 14;

/** Thirteen months as pairs of columns, with the same figures in a table. On a narrow screen every other month is named, and the numbers are in the table. */
export function TrendChart({ trend, file }: { trend: Trend; file: string }) {
  const t = useTranslations('statistics');
  return (
    <section aria-labelledby="trend" className="stat-table">
      <h2 id="trend">{t('trend.title')}</h2>
      <figure className="stat-chart">
        <Columns trend={trend} label={t('trend.alt')} />
        <figcaption className="stat-legend">
          <span className="key-filed">{t('column.filed')}</span>
          <span className="key-ended">{t('column.ended')}</span>
          {trend.some(({ running }) => running) && <span className="key-running">{t('trend.running')}</span>}
        </figcaption>
      </figure>
      <Details summary={t('trend.table')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section className="table-scroll" aria-labelledby="trend" tabIndex={0}>
          <TrendTable trend={trend} />
        </section>
        <FewNote rows={trend} />
        <p className="no-print">
          <a href={file} download>
            {t('download', { what: t('trend.title') })}
          </a>
        </p>
      </Details>
    </section>
  );
}

function Columns({ trend, label }: { trend: Trend; label: string }) {
  const locale = useLocale();
  const most = Math.max(1, ...trend.flatMap(({ filed, ended }) => [filed, ended]));
  const step = WIDTH / trend.length;
  const half = (step - GAP) / 2;
  const tall = (value: number) => ((HEIGHT - TOP - BOTTOM) * value) / most;
  const short = new Intl.DateTimeFormat(intlLocale(locale), { month: 'short', timeZone: 'UTC' });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <Lines />
      <line className="axis" x1="0" x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      {trend.map(({ period, running, filed, ended }, index) => {
        const left = index * step + GAP / 2;
        const floor = HEIGHT - BOTTOM;
        return (
          <g key={period} className={running ? 'running' : undefined}>
            <rect className="filed" x={left} width={half} y={floor - tall(filed)} height={tall(filed)} />
            <rect
              className="ended"
              fill="url(#trend-lines)"
              x={left + half}
              width={half}
              y={floor - tall(ended)}
              height={tall(ended)}
            />
            <text x={left + half} y={floor - tall(Math.max(filed, ended)) - 6}>
              {filed}
            </text>
            <text className="tick" x={left + half} y={HEIGHT - 8}>
              {short.format(new Date(`${period}-15T12:00:00Z`))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** What ended is drawn in lines, so that it is told from what came in without colour too. */
function Lines() {
  return (
    <defs>
      <pattern id="trend-lines" className="lines" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" />
        <path d="M-1 8 8 -1 M-1 1 1 -1 M6 8 8 6" />
      </pattern>
    </defs>
  );
}

function TrendTable({ trend }: { trend: Trend }) {
  const t = useTranslations('statistics');
  const words = useFigureWords();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('column.month')}</th>
          <th scope="col" className="num">
            {t('column.filed')}
          </th>
          <th scope="col" className="num">
            {t('column.ended')}
          </th>
          <th scope="col" className="num">
            {t('column.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {trend.map(({ period, running, filed, ended, share }) => (
          <tr key={period}>
            <th scope="row">
              {running ? t('trend.runningRow', { period: words.period(period) }) : words.period(period)}
            </th>
            <td className="num">{words.count(filed)}</td>
            <td className="num">{words.count(ended)}</td>
            <td className="num">{share === null ? <TooFew /> : words.share(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
