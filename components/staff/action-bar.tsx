import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Kbd } from '#components/ui/page.tsx';
import { type CaseView, casePath } from './case-view.ts';
import { SHORTCUTS, type StaffCommand } from './command-fields.ts';

type ActionBarProps = { view: CaseView; actions: StaffCommand[]; open: StaffCommand | null };

/** The commands this person may give now, as links that open their forms. What would be refused is not there. */
export function ActionBar({ view, actions, open }: ActionBarProps) {
  const t = useTranslations('staff.case');
  const names = useTranslations('commands.names');
  if (actions.length === 0) return <p className="meta">{t('noActions')}</p>;
  return (
    <nav aria-label={t('actions')}>
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
    </nav>
  );
}
