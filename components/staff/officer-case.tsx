import { BackLink, Main } from '#components/ui/page.tsx';
import { CaseTerms } from './case-aside.tsx';
import { CaseAssignments } from './case-assignments.tsx';
import { CaseContact } from './case-contact.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseHead, CaseText } from './case-head.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseRelated } from './case-related.tsx';
import type { CaseParts } from './workbench-case.tsx';

/** A case on a phone in the field: what and where, then what to do, then the rest. */
export function OfficerCase({ view, notices, actions, contact, cards, words }: CaseParts) {
  return (
    <Main className="wrap off" reference={view.item.reference}>
      <div className="off-l">
        <BackLink href={`/staff?${view.list}`}>{words.back}</BackLink>
        {notices}
        <CaseHead view={view} />
        <CaseText view={view} />
        <CaseFacts view={view} />
      </div>
      <div className="off-c">{actions}</div>
      <div className="off-r stack">
        <CaseTerms view={view} />
        {cards}
        <CaseContact view={view} shown={contact} />
        <CaseRelated view={view} />
        <CaseHistory view={view} />
        <CaseAssignments view={view} />
      </div>
    </Main>
  );
}
