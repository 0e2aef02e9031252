import { z } from 'zod';
import { backTo, type DraftCall, goOn, stepPath, trackingPath } from '#app/api/drafts/answers.ts';
import { submitDraft } from '#lib/filing/commands/submit.ts';
import { ownerOfRequest } from '#lib/filing/owner.ts';
import { kindOfDraft } from '#lib/filing/queries.ts';
import { AppError } from '#lib/platform/errors.ts';
import { type Answer, route } from '#lib/platform/http.ts';
import { spokenLocale, wantsJson } from '#lib/platform/http-request.ts';

/**
 * Sends the draft. → 303 to the tracking page as the confirmation; JSON `{reference, code, url}`. Any number of
 * clicks, tabs and retries gets the same submission.
 */
export const POST = route({
  actor: ownerOfRequest,
  limit: 'submit',
  schema: z.looseObject({}),
  run: async (call) => {
    const id = call.params.id ?? '';
    try {
      const spoken = spokenLocale(call.request, call.input);
      const { reference, code, locale } = await submitDraft(call.actor, id, spoken);
      const url = trackingPath(spoken ?? locale, code, true);
      return { json: { reference, code, url }, to: url };
    } catch (error) {
      return answerTo(call, id, error);
    }
  },
});

/** What is missing is asked on its own page; a draft that is gone leads to the page that says so. */
async function answerTo(call: DraftCall, id: string, error: unknown): Promise<Answer> {
  const invalid = error instanceof AppError && error.code === 'INVALID';
  if (wantsJson(call.request)) throw error;
  const kind = await kindOfDraft(call.actor, id);
  if (!invalid) return backTo(call, error, stepPath(call.locale, kind, id, 'check'));
  const { to } = await goOn(call, id);
  return backTo(call, error, to ?? stepPath(call.locale, kind, id, 'what'));
}
