import { findCategory } from '#lib/directory/queries.ts';
import { db } from '#lib/platform/db.ts';
import { type CardFields, cardsOf, withCards } from '../cards.ts';
import { requireCategory } from '../category.ts';
import { readContact } from '../contact.ts';
import { answered, readDraftData, reopened } from '../draft-data.ts';
import type { DraftOwner } from '../owner.ts';
import { assertAlive, assertOwned, isDraftId } from '../ownership.ts';
import { resolvePlace } from '../place.ts';
import type { ContactInput, PlaceInput } from '../schema.ts';
import { localeOf } from '../view.ts';
import type { Step } from '../words.ts';
import { changeDraft } from './lock.ts';

// Each command answers one step. False: the draft was sent already and nothing changed.
// Errors: NOT_FOUND and GONE as for reading, INVALID with the fields to correct; then what was saved before stays.

export async function saveWhat(
  owner: DraftOwner,
  id: string,
  what: CardFields & { title?: string },
): Promise<boolean> {
  const { kind, locale } = await glance(owner, id);
  const { title, text } = what;
  const cards = await cardsOf(kind, what, localeOf(locale));
  return changeDraft(owner, id, (data) =>
    answered(withCards(data, cards), 'what', { text, ...(kind === 'IDEA' && title && { title }) }),
  );
}

/** A changed kind of problem is asked about its own dangers, and its place again where one is now needed. */
export async function saveCategory(owner: DraftOwner, id: string, code: string): Promise<boolean> {
  const before = await glance(owner, id);
  const category = await requireCategory(code, before.kind, before.locale);
  return changeDraft(owner, id, (data) => {
    const changed = data.category !== code;
    const noPlace = category.locationRequired && !data.place;
    const open: Step[] = [
      ...(changed ? (['danger'] as const) : []),
      ...(noPlace ? (['place'] as const) : []),
    ];
    return answered(reopened(data, ...open), 'category', { category: code });
  });
}

/** The advice or the cards were read, or the last page was seen. */
export async function saveSeen(
  owner: DraftOwner,
  id: string,
  step: 'cards' | 'danger' | 'photos',
): Promise<boolean> {
  return changeDraft(owner, id, (data) => answered(data, step, {}));
}

/** Understands the place outside the transaction, because the search may take a moment. */
export async function savePlace(owner: DraftOwner, id: string, input: PlaceInput): Promise<boolean> {
  const { data, kind, locale } = await glance(owner, id);
  const category = data.category ? await findCategory(data.category, localeOf(locale)) : null;
  const resolved = await resolvePlace(input, {
    required: category === null || category.kind !== kind || category.locationRequired,
    pending: data.pending,
  });
  return changeDraft(owner, id, (current) => {
    if ('pending' in resolved) return { ...reopened(current, 'place'), pending: resolved.pending };
    const { pending: _chosen, ...rest } = current;
    return answered(rest, 'place', { place: resolved.place });
  });
}

export async function saveContact(owner: DraftOwner, id: string, input: ContactInput): Promise<boolean> {
  const contact = readContact(input);
  return changeDraft(owner, id, (data) => answered(data, 'contact', { contact }));
}

/** What a command has to know before it begins its transaction. */
async function glance(owner: DraftOwner, id: string) {
  const found = isDraftId(id) ? await db.draft.findUnique({ where: { id } }) : null;
  const row = assertOwned(found, owner);
  assertAlive(row);
  return { data: readDraftData(row.data), kind: row.kind, locale: row.locale };
}
