import { useTranslations } from 'next-intl';
import { Bar } from './bar.tsx';
import { useFigureWords } from './format.ts';

/** Calls of the period by how they ended. */
export function CallsTable({ calls }: { calls: { outcome: string; calls: number }[] }) {
  const t = useTranslations('statistics');
  const words = useFigureWords();
  const most = Math.max(0, ...calls.map((row) => row.calls));
  return (
    <section aria-labelledby="calls" className="stat-table">
      <h2 id="calls">{t('by.CALLS')}</h2>
      {calls.length === 0 ? (
        <p>{t('calls.none')}</p>
      ) : (
        <table className="table" aria-labelledby="calls">
          <thead>
            <tr>
              <th scope="col">{t('column.outcome')}</th>
              <th scope="col" className="num">
                {t('column.calls')}
              </th>
            </tr>
          </thead>
          <tbody>
            {calls.map((row) => (
              <tr key={row.outcome}>
                <th scope="row">
                  {t(`calls.${row.outcome}`)}
                  <Bar value={row.calls} most={most} />
                </th>
                <td className="num">{words.count(row.calls)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
