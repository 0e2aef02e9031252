import { useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { Link } from '#components/ui/link.tsx';
import type { HistoryEntry, HistoryPage } from '#lib/staff/history-dto.ts';

type Props = {
  history: HistoryPage;
  /** The page's own path; older changes are further down its address. */
  path: string;
  /** True when these are not the newest. */
  further: boolean;
  /** Names for the codes that changes hold. */
  names?: Record<string, string>;
};

/** Who changed what and when, field by field, in words. */
export function ChangeHistory({ history, path, further, names = {} }: Props) {
  const t = useTranslations('admin.history');
  return (
    <section className="stack" id="historia" aria-labelledby="history-title">
      <h2 id="history-title">{t('title')}</h2>
      {history.entries.length === 0 && <p>{t('empty')}</p>}
      <ol className="adm-history">
        {history.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} names={names} />
        ))}
      </ol>
      <p className="row">
        {further && <Link href={`${path}#historia`}>{t('newest')}</Link>}
        {history.next && <Link href={`${path}?przed=${history.next}#historia`}>{t('older')}</Link>}
      </p>
    </section>
  );
}

function Entry({ entry, names }: { entry: HistoryEntry; names: Record<string, string> }) {
  const t = useTranslations('admin.history');
  const lines = useChangeLines(entry.changes, names);
  return (
    <li>
      <p>
        <strong>{t(`actions.${entry.action.replace('.', '-')}`)}</strong>{' '}
        <span className="meta">
          {entry.who ?? t('system')}, <DateText at={entry.at} as="short" />
        </span>
      </p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Each change as a sentence; what holds several languages or parts is told part by part. */
function useChangeLines(changes: HistoryEntry['changes'], names: Record<string, string>): string[] {
  const t = useTranslations('admin');
  const role = useTranslations('staff.roles');
  const say = (value: unknown): string => {
    if (isEmpty(value)) return t('history.nothing');
    if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no');
    if (Array.isArray(value)) return value.map(say).join(', ');
    if (isTree(value)) return Object.values(value).map(say).join(' → ');
    if (value === EVERYWHERE) return t('rules.wholeCity');
    const text = String(value);
    if (role.has(text)) return role(text);
    return names[text] ?? `„${text}”`;
  };
  return Object.entries(changes).flatMap(([field, { from, to }]) =>
    parts(field, from, to).map((part) => {
      const label = part.path
        .map((step) => (t.has(`fields.${step}`) ? t(`fields.${step}`) : step))
        .join(', ');
      const values = { field: label, from: say(part.from), to: say(part.to) };
      if (isEmpty(part.from)) return t('history.set', values);
      return t(isEmpty(part.to) ? 'history.removed' : 'history.change', values);
    }),
  );
}

type Part = { path: string[]; from: unknown; to: unknown };

/** A rule for the whole city, as its history keeps it. */
const EVERYWHERE = '*';

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const isTree = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The smallest parts that differ: a name in Polish alone, not the name in all languages. */
function parts(field: string, from: unknown, to: unknown): Part[] {
  if (!isTree(from) && !isTree(to)) return [{ path: [field], from, to }];
  const [before, after] = [isTree(from) ? from : {}, isTree(to) ? to : {}];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null))
    .flatMap((key) =>
      parts(key, before[key], after[key]).map((part) => ({ ...part, path: [field, ...part.path] })),
    );
}
