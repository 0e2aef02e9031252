import { ActionBar } from '#components/staff/action-bar.tsx';
import { CommandForm } from '#components/staff/command-form.tsx';
import type { CasePageView } from './case-page-view.ts';

/** What may be done, and the form of the one that is open. */
export function CaseActions({ page }: { page: CasePageView }) {
  const { view, desk, actions, open, options, state } = page;
  const own = state?.values.form === open ? state : null;
  return (
    <div className="acts stack no-print">
      <ActionBar view={view} actions={actions} open={open} />
      {open && <CommandForm view={view} desk={desk} command={open} options={options} state={own} />}
    </div>
  );
}
