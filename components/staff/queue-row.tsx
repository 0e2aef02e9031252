import { Link } from '#components/ui/link.tsx';
import type { StaffItem } from '#lib/submissions/staff-dto.ts';
import { casePath } from './case-view.ts';
import { ItemBadges } from './item-badges.tsx';
import { usePlaceWords } from './place-words.ts';
import { Term } from './term.tsx';

type QueueRowProps = {
  item: StaffItem;
  today: string;
  list: string;
  current?: boolean;
  shortcut?: string;
  /** Why it stands here: what of it fits a search, or how long it waits. */
  fits?: string | undefined;
};

/** One case in one or two lines, an idea by its own name; the whole row leads to it. */
export function QueueRow({ item, today, list, current, shortcut, fits }: QueueRowProps) {
  const placeOf = usePlaceWords();
  return (
    <li>
      <Link
        href={casePath(item.reference, list)}
        aria-current={current ? 'true' : undefined}
        data-shortcut={shortcut}
      >
        <span className="q-t" lang={item.title ? item.writtenIn : undefined}>
          {item.title ?? item.category.name}
        </span>
        <Term item={item} today={today} />
        <span className="q-p">{placeOf(item)}</span>
        <span className="q-r">{item.reference.replace(/^KRK-/, '')}</span>
        <span className="q-s">
          {fits && <span className="q-fits">{fits}</span>}
          <ItemBadges item={item} />
        </span>
        {item.department && <span className="q-d">{item.department.name}</span>}
        {item.excerpt && (
          <span className="q-x" lang={item.writtenIn}>
            {item.excerpt}
          </span>
        )}
      </Link>
    </li>
  );
}
