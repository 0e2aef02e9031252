'use client';

import { localePath } from '#lib/i18n/languages.ts';
import type { BrowseProps, Mark } from './browse-props.ts';

type MarkCardProps = { mark: Mark | null; props: BrowseProps; onClose: () => void };

/** What the chosen mark is: a case with a way to its page, or so many at one point with a way to the list. */
export function MarkCard({ mark, props, onClose }: MarkCardProps) {
  const { words } = props;
  return (
    <div className="mark-card" role="status">
      {mark && (
        <div className="mark-card-in">
          {mark.single ? (
            <SingleCase single={mark.single} props={props} />
          ) : (
            <Together mark={mark} props={props} />
          )}
          <button type="button" className="btn-link" onClick={onClose}>
            {words.close}
          </button>
        </div>
      )}
    </div>
  );
}

function SingleCase({ single, props }: { single: NonNullable<Mark['single']>; props: BrowseProps }) {
  const { reference, title, titleLang, word, tone, day } = single;
  return (
    <>
      <p>
        <a href={localePath(props.locale, `/zgloszenia/${reference}`)} lang={titleLang}>
          {title}
        </a>
      </p>
      <p className="case-s">
        <span className={`st st-${tone}`}>
          {props.signs[tone]}
          {props.words.statuses[word]}
        </span>
        <span className="meta">
          {reference}, {day}
        </span>
      </p>
    </>
  );
}

function Together({ mark, props }: { mark: Mark; props: BrowseProps }) {
  return (
    <p>
      {props.words.together.replace('{count}', String(mark.count))} <a href="#lista">{props.words.toList}</a>
    </p>
  );
}
