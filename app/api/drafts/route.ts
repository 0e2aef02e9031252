import { z } from 'zod';
import { addPhotos } from '#lib/filing/commands/photos.ts';
import { startDraft } from '#lib/filing/commands/start.ts';
import { firstAnswers } from '#lib/filing/first-answers.ts';
import { draftCookie, ownerOfRequest, withSecret } from '#lib/filing/owner.ts';
import { FORM_PATHS } from '#lib/filing/words.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { type Call, route } from '#lib/platform/http.ts';
import { KINDS } from '#lib/submissions/words.ts';
import { backTo, goOn, stepPath, withState } from './answers.ts';
import { keepRefusals } from './photo-answer.ts';

const schema = z.looseObject({
  kind: z.enum(KINDS, { error: 'validation.invalid' }).default('PROBLEM'),
});

type StartCall = Call<Awaited<ReturnType<typeof ownerOfRequest>>, z.output<typeof schema>>;

/** Begins a draft: the first words, or everything at once. → 303 to the next step; JSON `{id, next, url}`. */
export const POST = route({
  actor: ownerOfRequest,
  limit: 'draftStart',
  schema,
  files: true,
  run: async (call) => {
    try {
      return await start(call);
    } catch (error) {
      return backTo(call, error, localePath(call.locale, FORM_PATHS[call.input.kind]));
    }
  },
});

async function start(call: StartCall) {
  const { kind } = call.input;
  const owner = withSecret(call.actor);
  const data = await firstAnswers(call.input, kind, call.locale);
  const id = await startDraft(owner, { kind, locale: call.locale, data });
  const cookies = [draftCookie(owner.secret)];
  const refused = (await addPhotos(owner, id, call)) ?? [];
  const on = await goOn({ ...call, actor: owner }, id);
  if (refused.length === 0) return { ...on, status: 201, cookies };
  const to = withState(stepPath(call.locale, kind, id, 'photos'), await keepRefusals(refused));
  return { json: { ...(on.json as object), refused }, status: 201, to, cookies };
}
