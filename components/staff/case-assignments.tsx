import { useTranslations } from 'next-intl';
import type { StaffAssignment } from '#lib/submissions/staff-case-dto.ts';
import type { CaseView } from './case-view.ts';
import { useMomentWords } from './event-sentence.tsx';

/** Through whose hands it went, for how long, and how each part ended. */
export function CaseAssignments({ view }: { view: CaseView }) {
  const t = useTranslations('staff.case');
  const { assignments, hops } = view.item;
  const items = useTranslations('staff.item');
  return (
    <section aria-labelledby="assignments-title">
      <h2 className="h-s" id="assignments-title">
        {t('assignments')}
      </h2>
      {hops > 0 && <p className="meta">{items('returned', { count: hops })}</p>}
      {assignments.length === 0 ? (
        <p>{t('noAssignments')}</p>
      ) : (
        <ol className="list-plain hands">
          {assignments.map((one) => (
            <li key={one.id}>
              <Hands one={one} today={view.today} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Hands({ one, today }: { one: StaffAssignment; today: string }) {
  const t = useTranslations('staff.case.assignment');
  const reasons = useTranslations('commands.reasons.return');
  const momentOf = useMomentWords(today);
  const from = momentOf(one.openedAt);
  const taken = one.takenAt ? t('taken', { at: momentOf(one.takenAt) }) : t('waiting');
  const reason = one.returnReason ? reasons(one.returnReason) : '';
  const parts = [
    one.endedAt ? t('to', { from, to: momentOf(one.endedAt) }) : t('from', { at: from }),
    t('days', { count: one.workingDays }),
    one.takenAt || !one.endedAt ? taken : null,
    one.officer,
    one.end && t(`end.${one.end}`, { reason }),
  ];
  return (
    <>
      <strong>{one.department}</strong>
      <br />
      <span className="meta">{parts.filter(Boolean).join(', ')}</span>
    </>
  );
}
