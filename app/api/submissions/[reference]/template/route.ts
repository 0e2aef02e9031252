import { z } from 'zod';
import { withFormPhotos } from '#app/api/form-photos.ts';
import { formAgain } from '#app/api/submissions/[reference]/form-again.ts';
import { type Actor, assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import type { FilledReply } from '#lib/directory/reply-dto.ts';
import { REPLY_COMMANDS, REPLY_FIELDS } from '#lib/directory/reply-schema.ts';
import type { FormPhotos } from '#lib/media/form-photos.ts';
import { AppError } from '#lib/platform/errors.ts';
import { type Answer, type Call, route } from '#lib/platform/http.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import { hit } from '#lib/platform/limits.ts';
import { filledReply } from '#lib/submissions/queries/filled-reply.ts';

/** The form of a command as it stands, with the template that was chosen, or with the wish to take it back. */
const form = z.looseObject({
  form: z.enum(REPLY_COMMANDS, { error: 'validation.templateUnknown' }),
  template: z.string().max(60).optional(),
  undo: z.string().max(1).optional(),
  before: z.string().max(20_000).optional(),
  until: z.string().max(10).optional(),
  institution: z.string().max(60).optional(),
  back: z.string().max(500).optional(),
});
type Fields = z.output<typeof form>;

const BACK = { query: 'wstaw', fragment: 'dzialanie' };
const NOTHING_INSERTED = { before: '', inserted: '', fallback: '', undo: '', template: '' };

/** Puts a template's words into a form: nothing is sent, and nothing that was typed is lost. */
export const POST = route({
  actor: actorOfRequest,
  schema: form,
  files: true,
  run: async (call) => {
    assertStaff(call.actor);
    await hit('staffCommand', call.actor.id);
    return withFormPhotos(call, (photos) => filled(call, photos));
  },
});

async function filled(call: Call<Actor, Fields>, photos: FormPhotos): Promise<Answer> {
  const { actor, input, params, requestId } = call;
  const reference = normaliseReference(params.reference ?? '');
  if (!reference) throw new AppError('NOT_FOUND');
  if (input.undo) {
    const change = { [REPLY_FIELDS[input.form]]: input.before ?? '', ...NOTHING_INSERTED };
    return { json: change, to: await formAgain({ ...call, input: { ...input, ...change } }, photos, BACK) };
  }
  if (!input.template) {
    throw new AppError('INVALID', { fields: { template: ['validation.templateRequired'] } });
  }
  assertStaff(actor);
  const reply = await filledReply(actor, {
    reference,
    command: input.form,
    template: input.template,
    until: input.until || undefined,
    institution: input.institution || undefined,
    requestId,
  });
  const change = filledValues(input, reply);
  return { json: reply, to: await formAgain({ ...call, input: { ...input, ...change } }, photos, BACK) };
}

/** What was typed stays on top, and is kept aside to come back to. */
function filledValues(input: Fields, reply: FilledReply): Record<string, string> {
  const typed = String(input[reply.field] ?? '').trim();
  return {
    [reply.field]: typed === '' ? reply.text : `${typed}\n\n${reply.text}`,
    before: typed,
    language: reply.locale,
    inserted: reply.name,
    fallback: reply.fallback ? '1' : '',
    template: '',
  };
}
