import { useTranslations } from 'next-intl';
import { InsertLink } from './insert-link.tsx';

/** A procedure card beside a question. */
export type CaseCard = {
  code: string;
  symbol: string;
  title: string;
  /** Where it is read, in the language of the staff. */
  url: string;
  /** What goes into an answer: its name and full address, in the language of the person who asks. */
  link: string;
  /** The question was asked from this very card. */
  asked: boolean;
};

/** Cards that may answer a question, for whoever answers it. */
export function CaseCards({ cards }: { cards: readonly CaseCard[] }) {
  const t = useTranslations('procedures.case');
  if (cards.length === 0) return null;
  const words = { insert: t('insert'), inserted: t('inserted'), copied: t('copied') };
  return (
    <section className="case-cards" aria-labelledby="cards-title">
      <h2 className="h-s" id="cards-title">
        {t('title')}
      </h2>
      <ul className="list-plain">
        {cards.map(({ code, symbol, title, url, link, asked }) => (
          <li key={code}>
            <a href={url} target="_blank" rel="noopener">
              {title}
              <span className="sr"> {t('newTab')}</span>
            </a>{' '}
            <span className="meta">
              {symbol}
              {asked && `, ${t('asked')}`}
            </span>
            <div className="case-cards-do">
              <InsertLink text={link} words={words} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
