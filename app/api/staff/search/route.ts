import { z } from 'zod';
import type { StaffActor } from '#lib/access/actor.ts';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { keepFormState } from '#lib/platform/form-state.ts';
import { route } from '#lib/platform/http.ts';
import { hit } from '#lib/platform/limits.ts';
import { findTyped } from '#lib/submissions/queries/staff-find.ts';
import { isSecret } from '#lib/submissions/search-shape.ts';

/**
 * Where a search leads: a number or a code to its case, anything else to the page of results. Sent as a form and not in
 * an address, because a code or a phone must not stand where browsers and logs keep it.
 */
export const POST = route({
  actor: actorOfRequest,
  schema: z.object({ q: z.string().trim().max(200).catch('') }),
  run: async ({ actor, input, locale }) => {
    assertStaff(actor);
    await hit('staffSearch', actor.id);
    const to = localePath(locale, await wayTo(actor, input.q));
    return { json: { to }, to };
  },
});

async function wayTo(actor: StaffActor, typed: string): Promise<string> {
  if (typed === '') return '/staff';
  const found = await findTyped(actor, typed);
  if (found) return `/staff/zgloszenia/${found}`;
  if (!isSecret(typed)) return `/staff/szukaj?q=${encodeURIComponent(typed)}`;
  return `/staff/szukaj?o=${await keepFormState({ values: { q: typed }, errors: {} })}`;
}
