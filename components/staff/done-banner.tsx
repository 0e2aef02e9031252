import { useTranslations } from 'next-intl';
import { Banner } from '#components/ui/banner.tsx';
import { Link } from '#components/ui/link.tsx';
import type { StaffEvent } from '#lib/submissions/staff-case-dto.ts';
import type { StaffItem } from '#lib/submissions/staff-dto.ts';
import { type CaseView, casePath } from './case-view.ts';
import { FIELDS, type StaffCommand } from './command-fields.ts';

/** The command that the page was led to by, when the history says so too. */
export function doneEvent(events: StaffEvent[], done: string | undefined): StaffEvent | null {
  const latest = events.slice(0, 3).find((event) => event.type === done && event.by === 'STAFF');
  return latest && latest.type in FIELDS ? latest : null;
}

type DoneBannerProps = { view: CaseView; event: StaffEvent; next: StaffItem | null };

/** What has just been done, and the way to the next case. */
export function DoneBanner({ view, event, next }: DoneBannerProps) {
  const t = useTranslations('commands.done');
  const words = useTranslations('staff.case');
  return (
    <Banner tone="ok" role="status">
      <p>
        {t(event.type as StaffCommand, {
          department: event.department ?? '',
          institution: event.institution ?? '',
          colleague: event.colleague ?? '',
          reference: event.duplicateOf ?? view.item.reference,
        })}
      </p>
      {next && (
        <p>
          <Link className="link-block" href={casePath(next.reference, view.list)}>
            {words('next')}: {next.category.name}, <span className="whole">{next.reference}</span>
          </Link>
        </p>
      )}
    </Banner>
  );
}
