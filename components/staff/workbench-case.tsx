import type { ReactNode } from 'react';
import { BackLink, Main } from '#components/ui/page.tsx';
import type { StaffContact } from '#lib/submissions/staff-case-dto.ts';
import { CasePublic, CaseTerms } from './case-aside.tsx';
import { CaseAssignments } from './case-assignments.tsx';
import { CaseContact } from './case-contact.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseHead, CaseText } from './case-head.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseRelated } from './case-related.tsx';
import { CaseReturned } from './case-returned.tsx';
import type { CaseView } from './case-view.ts';

export type CaseParts = {
  view: CaseView;
  /** What has just happened, or why something did not. */
  notices: ReactNode;
  /** What can be done, with the open form. */
  actions: ReactNode;
  contact: StaffContact | null;
  /** Procedure cards for whoever answers a question. */
  cards: ReactNode;
  words: { back: string; aside: string };
};

type WorkbenchCaseProps = CaseParts & { pane: ReactNode; keys: ReactNode };

/** A case in the infoline's dense panes: the list, the case, and what stands beside it. */
export function WorkbenchCase({
  view,
  pane,
  notices,
  actions,
  contact,
  cards,
  keys,
  words,
}: WorkbenchCaseProps) {
  return (
    <Main className="wb" reference={view.item.reference}>
      {pane}
      <div className="wb-c">
        <div className="wb-back">
          <BackLink href={`/staff?${view.list}`}>{words.back}</BackLink>
        </div>
        {notices}
        <CaseHead view={view} />
        <CaseReturned view={view} />
        <CaseText view={view} />
        <CaseFacts view={view} />
        {actions}
        <CaseRelated view={view} />
        <CaseHistory view={view} />
      </div>
      <aside className="wb-m stack" aria-label={words.aside}>
        <CaseTerms view={view} />
        {cards}
        <CaseContact view={view} shown={contact} />
        <CasePublic view={view} />
        <CaseAssignments view={view} />
        {keys}
      </aside>
    </Main>
  );
}
