import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { editRules } from '#lib/directory/commands/edit-rules.ts';
import { ruleStep } from '#lib/directory/editing/rule-schema.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { route } from '#lib/platform/http.ts';

/** One step on the routing rules of a category. */
export const POST = route({
  actor: actorOfRequest,
  limit: 'staffCommand',
  schema: ruleStep,
  run: async ({ actor, input, params, requestId, locale }) => {
    assertStaff(actor);
    const category = params.category ?? '';
    await editRules(actor, { category, step: input, requestId });
    return { json: { category }, to: localePath(locale, `/staff/ustawienia/reguly/${category}?zrobione=1`) };
  },
});
