import { ArrowRightIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { PublicItem } from '#lib/submissions/dto.ts';
import { caseTitle, titleLang } from './case-title.ts';

type Result = PublicItem & { explanation: string; workingDays: number };

const EXCERPT = 140;

/** What was, what is, who did it and how long it took. */
export function RecentResults({ results }: { results: Result[] }) {
  const t = useTranslations('home.results');
  if (results.length === 0) return null;
  return (
    <section className="wrap sec" aria-labelledby="home-results">
      <div className="sec-h">
        <h2 id="home-results">{t('title')}</h2>
        <Link className="link-block" href="/zgloszenia?status=done">
          {t('all')}
          <Icon of={ArrowRightIcon} weight="bold" />
        </Link>
      </div>
      <ul className="results list-plain">
        {results.map((result) => (
          <ResultItem key={result.reference} result={result} />
        ))}
      </ul>
    </section>
  );
}

function ResultItem({ result }: { result: Result }) {
  const t = useTranslations('home.results');
  const list = useTranslations('list');
  return (
    <li className="result">
      <h3>
        <Link href={`/zgloszenia/${result.reference}`} lang={titleLang(result)}>
          {caseTitle(result, list)}
        </Link>
      </h3>
      <dl>
        <div>
          <dt>{t('was')}</dt>
          <dd lang={result.textLocale}>{excerpt(result.text ?? '')}</dd>
        </div>
        <div className="is">
          <dt>{t('is')}</dt>
          <dd lang="pl">{excerpt(result.explanation)}</dd>
        </div>
      </dl>
      <p className="result-f">
        <StatusBadge {...result} />
        <span className="meta">
          {result.department?.name ?? list('infoline')} ·{' '}
          {t('days', { days: Math.max(0, result.workingDays) })}
        </span>
      </p>
    </li>
  );
}

/** Cut at a word, never in the middle of one. */
function excerpt(text: string): string {
  if (text.length <= EXCERPT) return text;
  return `${text.slice(0, text.lastIndexOf(' ', EXCERPT))}…`;
}
