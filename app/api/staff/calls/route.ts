import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { logCall } from '#lib/calls/commands/log-call.ts';
import { callForm } from '#lib/calls/schema.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { route } from '#lib/platform/http.ts';
import { hit } from '#lib/platform/limits.ts';

/** Writes down a call. One that a case comes of leads to the form for it, with the category that was chosen. */
export const POST = route({
  actor: actorOfRequest,
  schema: callForm,
  run: async ({ actor, input, locale }) => {
    assertStaff(actor);
    if (input.outcome === 'FILED') {
      const category = /^category:([a-z0-9-]+)$/.exec(input.topicKey)?.[1];
      const to = localePath(locale, `/staff/nowe?kanal=PHONE${category ? `&sprawa=${category}` : ''}`);
      return { json: { to }, to };
    }
    await hit('staffCommand', actor.id);
    const { id, repeated } = await logCall(actor, input);
    return { json: { id, repeated }, to: localePath(locale, `/staff/rozmowy?zapisane=${input.outcome}`) };
  },
});
