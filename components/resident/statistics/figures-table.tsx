import { DownloadSimpleIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Details } from '#components/ui/details.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { Row } from '#lib/statistics/dto.ts';
import { ENOUGH } from '#lib/statistics/words.ts';
import { Bar } from './bar.tsx';
import { useFigureWords } from './format.ts';

type Props = {
  id: string;
  title: string;
  /** What the first column holds. */
  head: string;
  rows: Row[];
  /** Where the same rows are as a file. */
  file?: string;
  /** Many rows: opened by who wants them, and on paper. */
  folded?: boolean;
};

/** One table of figures with its bars: a chart that is read like a table, at any width and on paper. */
export function FiguresTable(props: Props) {
  const { id, title, folded } = props;
  const t = useTranslations('statistics');
  return (
    <div className="stat-table">
      <h2 id={id}>{title}</h2>
      {folded ? (
        <Details summary={t('fold', { count: props.rows.length })}>
          <Figures {...props} />
        </Details>
      ) : (
        <Figures {...props} />
      )}
    </div>
  );
}

function Figures({ id, title, head, rows, file }: Props) {
  const t = useTranslations('statistics');
  const most = Math.max(0, ...rows.map(({ filed }) => filed));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="table-scroll" aria-labelledby={id} tabIndex={0}>
        <table className="table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {(['filed', 'ended', 'share', 'median', 'p80'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FiguresRow key={row.key} row={row} most={most} />
            ))}
          </tbody>
        </table>
      </section>
      <FewNote rows={rows} />
      {file && (
        <p className="no-print">
          <a className="link-block" href={file} download>
            <Icon of={DownloadSimpleIcon} />
            {t('download', { what: title })}
          </a>
        </p>
      )}
    </>
  );
}

/** Why a share and a time are missing, where they are: also on a page that was printed. */
export function FewNote({ rows }: { rows: Pick<Row, 'share'>[] }) {
  const t = useTranslations('statistics');
  return (
    rows.some(({ share }) => share === null) && (
      <p className="meta stat-note">{t('few', { count: ENOUGH })}</p>
    )
  );
}

function FiguresRow({ row, most }: { row: Row; most: number }) {
  const words = useFigureWords();
  return (
    <tr>
      <th scope="row">
        {row.name}
        <Bar value={row.filed} most={most} />
      </th>
      <td className="num">{words.count(row.filed)}</td>
      <td className="num">{words.count(row.ended)}</td>
      <td className="num">{row.share === null ? <TooFew /> : words.share(row.share)}</td>
      <td className="num">{row.median === null ? <TooFew /> : words.days(row.median)}</td>
      <td className="num">{row.p80 === null ? <TooFew /> : words.days(row.p80)}</td>
    </tr>
  );
}

/** A dash for the eye, words for whoever listens: three columns of words would hide the figures that there are. */
export function TooFew() {
  const t = useTranslations('statistics');
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr">{t('tooFew')}</span>
    </>
  );
}
