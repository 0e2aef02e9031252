import { useTranslations } from 'next-intl';
import { Details } from '#components/ui/details.tsx';
import { Link } from '#components/ui/link.tsx';
import { Kbd } from '#components/ui/page.tsx';
import type { Desk } from '#lib/submissions/staff-dto.ts';
import { type CaseView, casePath } from './case-view.ts';
import { isInSight, SHORTCUTS, type StaffCommand } from './command-fields.ts';

type ActionsProps = { view: CaseView; actions: StaffCommand[]; open: StaffCommand | null };

/** The commands this person may give now, as links that open their forms. What would be refused is not there. */
export function ActionBar({ desk, actions, ...props }: ActionsProps & { desk: Desk }) {
  const t = useTranslations('staff.case');
  if (actions.length === 0) return <p className="meta">{t('noActions')}</p>;
  const rest = actions.filter((command) => !isInSight(command, desk));
  return (
    <nav aria-label={t('actions')}>
      <ActionLinks {...props} actions={actions.filter((command) => isInSight(command, desk))} />
      {rest.length > 0 && (
        <Details summary={t('moreActions')} open={rest.some((command) => command === props.open)}>
          <ActionLinks {...props} actions={rest} />
        </Details>
      )}
    </nav>
  );
}

function ActionLinks({ view, actions, open }: ActionsProps) {
  const names = useTranslations('commands.names');
  return (
    <ul className="acts-w list-plain">
      {actions.map((command) => {
        const key = SHORTCUTS[command];
        return (
          <li key={command}>
            <Link
              className="btn btn-quiet"
              href={casePath(view.item.reference, view.list, command)}
              aria-current={command === open ? 'true' : undefined}
              aria-keyshortcuts={key}
              data-shortcut={key}
            >
              {names(command, { kind: view.item.kind })}
              {key && <Kbd>{key.toUpperCase()}</Kbd>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
