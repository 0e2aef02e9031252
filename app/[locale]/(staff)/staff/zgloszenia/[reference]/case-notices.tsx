import { ConflictBanner } from '#components/staff/conflict-banner.tsx';
import { DoneBanner } from '#components/staff/done-banner.tsx';
import { RefusedSummary } from '#components/staff/refused.tsx';
import type { CasePageView } from './case-page-view.ts';

/** On top of a case: what was done, what somebody else did meanwhile, or why nothing was. */
export function CaseNotices({ page }: { page: CasePageView }) {
  const { view, state, since, done, next, open } = page;
  if (done) return <DoneBanner view={view} event={done} next={next} />;
  if (!state) return null;
  const changed = state.code === 'CONFLICT' || since.length > 0;
  if (changed) return <ConflictBanner view={view} state={state} since={since} formOpen={open !== null} />;
  return open ? null : <RefusedSummary state={state} />;
}
