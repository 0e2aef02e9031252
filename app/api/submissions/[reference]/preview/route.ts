import { z } from 'zod';
import { validInput, withFormPhotos } from '#app/api/form-photos.ts';
import { formAgain } from '#app/api/submissions/[reference]/form-again.ts';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { REPLY_COMMANDS } from '#lib/directory/reply-schema.ts';
import { previewMail } from '#lib/notifications/queries/mail-preview.ts';
import { AppError } from '#lib/platform/errors.ts';
import { route } from '#lib/platform/http.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import { hit } from '#lib/platform/limits.ts';
import { COMMAND_INPUT, type CommandInput } from '#lib/submissions/schema.ts';

const form = z.looseObject({
  form: z.enum(REPLY_COMMANDS, { error: 'validation.invalid' }),
  back: z.string().max(500).optional(),
});

/** The mail that a form would send, before it is sent; a form that could not be sent says why at its fields. */
export const POST = route({
  actor: actorOfRequest,
  schema: form,
  files: true,
  run: async (call) => {
    const { actor, input, params } = call;
    assertStaff(actor);
    await hit('staffCommand', actor.id);
    const reference = normaliseReference(params.reference ?? '');
    if (!reference) throw new AppError('NOT_FOUND');
    return withFormPhotos(call, async (photos) => {
      const values = validInput<CommandInput[typeof input.form]>(COMMAND_INPUT[input.form], input);
      const preview = await previewMail(actor, reference, input.form, values);
      const to = await formAgain(call, photos, { query: 'podglad', fragment: 'podglad' });
      return { json: preview, to };
    });
  },
});
