import type { ProcedureHit } from '#lib/directory/procedure-dto.ts';

type CardLinksProps = { cards: readonly ProcedureHit[]; newTab: string };

/** Cards beside a question. They open in a tab of their own, so that what was typed stays where it is. */
export function CardLinks({ cards, newTab }: CardLinksProps) {
  return (
    <ul className="card-links list-plain">
      {cards.map(({ code, title, summary, url }) => (
        <li key={code}>
          <a href={url} target="_blank" rel="noopener">
            {title}
            <span className="sr"> {newTab}</span>
          </a>
          <p>{summary}</p>
        </li>
      ))}
    </ul>
  );
}
