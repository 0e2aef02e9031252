'use client';

import type { IntakeWords, SimilarView } from './intake-words.ts';

type SimilarListProps = {
  similar: SimilarView[];
  words: IntakeWords;
  /** Whether the place has a point: without one there is no "nearby". */
  placed: boolean;
};

/** The numbered cases of the map, in words. Joining sends the same form elsewhere; the person is all it takes. */
export function SimilarList({ similar, words, placed }: SimilarListProps) {
  return (
    <section id="podobne" tabIndex={-1} aria-label={words.similar}>
      <h2 className="h-s">{words.similar}</h2>
      {similar.length === 0 && <p className="meta">{placed ? words.similarCount[0] : words.similarNone}</p>}
      <ol className="list-plain dup">
        {similar.map((one, index) => (
          <li key={one.reference}>
            <span className="case-n st-sent" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <a href={one.href} target="_blank" rel="noreferrer">
                {one.title}
              </a>
              <p className="meta">{one.meta}</p>
              {one.excerpt && <p className="in-excerpt">{one.excerpt}</p>}
              {one.joins && (
                <button
                  className="btn btn-quiet"
                  type="submit"
                  formAction="/api/staff/join"
                  name="join"
                  value={one.reference}
                  formNoValidate
                >
                  {words.join}
                  <span className="sr"> {one.reference}</span>
                </button>
              )}
            </div>
            <span className="pct">{one.percent}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
