import '#app/styles/staff.css';

import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StaffHeader } from '#components/staff/staff-header.tsx';
import { SkipLink } from '#components/ui/page.tsx';
import { can } from '#lib/access/can.ts';
import { findDepartment } from '#lib/directory/queries.ts';
import { isLocale } from '#lib/i18n/languages.ts';
import { currentStaff } from '#lib/staff/page-actor.ts';
import { adminSections } from '#lib/staff/sections.ts';
import { deskOf } from '#lib/submissions/queries/staff-desk.ts';

/** What stands around the pages for staff. It draws who is signed in; every page asks for itself who that is. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await currentStaff();
  const locale = await getLocale();
  const desk = actor ? deskOf(actor) : 'none';
  const unit = actor?.department
    ? await findDepartment(actor.department, isLocale(locale) ? locale : 'pl')
    : null;
  const person = actor && {
    name: actor.name,
    role: actor.role,
    department: unit?.name ?? null,
    desk,
    searchesPeople: can(actor, 'case.search-contact'),
    files: can(actor, 'submission.file-for'),
    calls: can(actor, 'call.log'),
    oversees: can(actor, 'desk.oversight'),
    administers: adminSections(actor).length > 0,
  };
  return (
    <div className={desk === 'department' ? 'staff' : 'staff dense'}>
      <SkipLink />
      <StaffHeader person={person} searched={await searchedWords()} />
      {children}
    </div>
  );
}

/** What the page's address searches for, so that the field goes on showing it. */
async function searchedWords(): Promise<string> {
  const query = ((await headers()).get('x-path') ?? '').split('?')[1] ?? '';
  return new URLSearchParams(query).get('q') ?? '';
}
