import { HandGrabbingIcon, NavigationArrowIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { StaffItem } from '#lib/submissions/staff-dto.ts';
import { casePath } from './case-view.ts';
import { DangerBadge } from './item-badges.tsx';
import { directionsTo } from './map-links.ts';
import { usePlaceWords } from './place-words.ts';
import { Term } from './term.tsx';

type JobCardProps = {
  item: StaffItem;
  today: string;
  list: string;
  /** The address of the present list, where a refused form comes back to. */
  back: string;
  /** The first of the list stands out. */
  first: boolean;
  /** Of all that can be taken, this one carries the filled button. */
  mainAction: boolean;
  next: string;
};

/** One job in the field: what, where, by when, and the two things done first. */
export function JobCard({ item, today, list, back, first, mainAction, next }: JobCardProps) {
  const t = useTranslations('staff.item');
  const placeOf = usePlaceWords();
  return (
    <li className={first ? 'job job-on' : 'job'}>
      <p className="row">
        <DangerBadge item={item} />
        <StatusBadge status={item.status} waitingOn={item.waitingOn} outcome={item.outcome} />
        <Term item={item} today={today} />
      </p>
      <h2>
        <Link href={casePath(item.reference, list)} lang={item.title ? item.writtenIn : undefined}>
          {item.title ?? item.category.name}
        </Link>
      </h2>
      <p>{placeOf(item)}</p>
      {item.excerpt && (
        <p className="meta job-x" lang={item.writtenIn}>
          {item.excerpt}
        </p>
      )}
      <p className="meta">
        {item.reference}
        {item.photos > 0 && <> · {t('photos', { count: item.photos })}</>}
      </p>
      <div className="job-a">
        {item.abilities.includes('take') && (
          <TakeButton item={item} back={back} next={next} mainAction={mainAction} />
        )}
        {item.point && (
          <a className="btn btn-main btn-quiet" href={directionsTo(item.point)} rel="noreferrer">
            <Icon of={NavigationArrowIcon} />
            {t('navigate')}
            <span className="sr">: {placeOf(item)}</span>
          </a>
        )}
      </div>
    </li>
  );
}

type TakeButtonProps = Pick<JobCardProps, 'item' | 'back' | 'next' | 'mainAction'>;

/** One tap and the case is one's own. */
function TakeButton({ item, back, next, mainAction }: TakeButtonProps) {
  const t = useTranslations('commands.names');
  return (
    <form method="post" action={`/api/submissions/${item.reference}/take`}>
      <input type="hidden" name="version" value={item.version} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="next" value={next} />
      <Button look={mainAction ? 'main' : 'quiet-main'} wide>
        <Icon of={HandGrabbingIcon} />
        {t('take')}
        <span className="sr">: {item.reference}</span>
      </Button>
    </form>
  );
}
