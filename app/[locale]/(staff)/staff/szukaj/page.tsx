import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { NoDesk } from '#components/staff/no-desk.tsx';
import { SearchResults } from '#components/staff/search-results.tsx';
import { isLocale } from '#lib/i18n/languages.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { newId } from '#lib/platform/ids.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';
import { adminSections } from '#lib/staff/sections.ts';
import { deskOf } from '#lib/submissions/queries/staff-desk.ts';
import { staffSearch } from '#lib/submissions/queries/staff-search.ts';

type Query = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Query> };

const LONGEST_SEARCH = 200;

export const generateMetadata = guardedMetadata(async (): Promise<Metadata> => {
  const t = await getTranslations('intake.search');
  return { title: t('title') };
});

/** What a search found. What must not stand in an address is kept on the server for an hour, and `o` names it. */
export default guarded(async function SearchPage({ searchParams }: Props) {
  const actor = await getStaffActor();
  if (deskOf(actor) === 'none') return <NoDesk sections={adminSections(actor)} />;
  const query = await searchParams;
  const given = await getLocale();
  const locale = isLocale(given) ? given : 'pl';
  const typed = await typedIn(query);
  if (!typed) return <SearchResults typed={null} found={null} here="" today={cityDay(now())} />;
  const requestId = (await headers()).get('x-request-id') ?? newId();
  const turn = { after: query.after, before: query.before };
  const found = await staffSearch(actor, { typed: typed.text, turn, locale, requestId });
  return <SearchResults typed={typed.text} found={found} here={typed.here} today={cityDay(now())} />;
});

/** What is looked for, and how the address says it again. */
async function typedIn(query: Query): Promise<{ text: string; here: string } | null> {
  if (typeof query.q === 'string' && query.q.trim() !== '') {
    const text = query.q.trim().slice(0, LONGEST_SEARCH);
    return { text, here: `q=${encodeURIComponent(text)}` };
  }
  const kept = (await readFormState(query.o))?.values.q;
  return typeof kept === 'string' ? { text: kept, here: `o=${query.o}` } : null;
}
