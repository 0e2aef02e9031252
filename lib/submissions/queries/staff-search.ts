import type { StaffActor } from '#lib/access/actor.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { formatReference } from '#lib/platform/ids.ts';
import { bareNumber } from '../search-shape.ts';
import { containing, SHORTEST_WORD, searchWords, wholeWord, wholeWords } from '../search-words.ts';
import type { StaffFound, StaffItem, StaffPage } from '../staff-dto.ts';
import { casesAtAddress } from './staff-at-address.ts';
import { deskOf } from './staff-desk.ts';
import { readQueueFilter } from './staff-filter.ts';
import { findTyped } from './staff-find.ts';
import { casesOfPerson } from './staff-person.ts';
import { staffQueue, type Turn } from './staff-queue.ts';

type Asked = { typed: string; turn: Turn; locale: Locale; requestId: string };

/**
 * Everything that fits what was typed, within what the actor may see: the case of that number, the cases of a person
 * with that phone or e-mail (for those who may ask), and the cases in whose text or place all the words stand.
 */
export async function staffSearch(actor: StaffActor, asked: Asked): Promise<StaffFound> {
  const { typed, turn, locale, requestId } = asked;
  const first = !turn.after && !turn.before;
  const [number, people, near, page] = await Promise.all([
    first ? numberOf(actor, typed) : null,
    first ? casesOfPerson(actor, { phone: typed, email: typed, at: 'search', locale, requestId }) : [],
    casesAtAddress(actor, typed, locale),
    pageOf(actor, typed, turn, locale),
  ]);
  // They stand on top of the first page, whichever way it was come to, and on no later one a second time.
  const onTop = !turn.after && page.previous === null ? near : [];
  const shown = new Set(near.map(({ reference }) => reference));
  const others = page.items.filter(({ reference }) => !shown.has(reference));
  const matches = await matchesOf([...onTop, ...others], typed);
  const exactly = ({ reference }: StaffItem) => matches.get(reference)?.exact === true;
  // The page keeps its order otherwise: what has the very words stands before what has words like them.
  const items = [...onTop, ...others.filter(exactly), ...others.filter((item) => !exactly(item))];
  return {
    number,
    people,
    items: items.map((item) => ({ ...item, matched: matches.get(item.reference)?.where ?? [] })),
    atAddress: onTop.length,
    previous: page.previous,
    next: page.next,
    tooShort: isTooShort(typed),
  };
}

function isTooShort(typed: string): boolean {
  return searchWords(typed).every((word) => word.length < SHORTEST_WORD);
}

/** A number said without its year means this one. */
async function numberOf(actor: StaffActor, typed: string): Promise<string | null> {
  const number = bareNumber(typed);
  if (number === null) return null;
  return findTyped(actor, formatReference(Number(cityDay(now()).slice(0, 4)), number));
}

async function pageOf(actor: StaffActor, typed: string, turn: Turn, locale: Locale): Promise<StaffPage> {
  if (isTooShort(typed)) return { items: [], previous: null, next: null };
  return staffQueue(actor, readQueueFilter({ q: typed, tab: 'all' }, deskOf(actor)), turn, locale);
}

/** Where the words stand: in what was written, in its place, or some here and some there. */
async function matchesOf(items: StaffItem[], typed: string): Promise<Map<string, Match>> {
  if (items.length === 0) return new Map();
  const patterns = searchWords(typed).map(containing);
  const whole = wholeWords(typed).map(wholeWord);
  const rows = await db.$queryRaw<{ reference: string; text: boolean; place: boolean; exact: boolean }[]>`
    SELECT s."reference", s."foldedText" LIKE ANY(${patterns}) AS "text",
      coalesce(place."words" LIKE ANY(${patterns}), false) AS "place",
      concat_ws(' ', s."foldedText", place."words") ~ ALL(${whole}) AS "exact"
    FROM "Submission" s CROSS JOIN LATERAL (
      SELECT string_agg("foldedWords", ' ') AS "words" FROM "Place" WHERE "submissionId" = s."id") place
    WHERE s."reference" = ANY(${items.map(({ reference }) => reference)})`;
  return new Map(
    rows.map(({ reference, text, place, exact }) => [
      reference,
      { exact, where: [...(place ? (['place'] as const) : []), ...(text ? (['text'] as const) : [])] },
    ]),
  );
}

type Match = { where: ('text' | 'place')[]; exact: boolean };
