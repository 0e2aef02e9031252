import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import type { ProcedureHit } from '#lib/directory/procedure-dto.ts';
import { CardLinks } from './card-links.tsx';

/** Cards that may answer a question, for whoever did not see them while typing. */
export function CardsStep({ cards }: { cards: readonly ProcedureHit[] }) {
  const t = useTranslations('procedures.hints');
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className="card-hints">
        <CardLinks cards={cards} newTab={t('newTab')} />
      </div>
      <p>
        <Link className="link-block" href="/">
          {t('enough')}
        </Link>
      </p>
    </>
  );
}

/** The card that a question is asked from; it goes with the form. */
export function AskedCard({ card }: { card: ProcedureHit }) {
  const t = useTranslations('procedures.hints');
  return (
    <p className="asked-card">
      <input type="hidden" name="procedure" value={card.code} />
      {t('about')} <a href={card.url}>{card.title}</a> <span className="meta">({card.symbol})</span>
    </p>
  );
}
