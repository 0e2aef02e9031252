import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { emailMistake } from '#lib/contacts/normalise.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { translator } from '#lib/i18n/translator.ts';
import { AppError } from '#lib/platform/errors.ts';
import { route } from '#lib/platform/http.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import { askToSupport } from '#lib/submissions/commands/support.ts';

/** What cannot be an address is said; what is known of one is not. */
const schema = z.object({
  email: z
    .string({ error: 'validation.emailRequired' })
    .trim()
    .min(1, { error: 'validation.emailRequired' })
    .superRefine((typed, context) => {
      const mistake = typed ? emailMistake(typed) : null;
      if (mistake) context.addIssue({ code: 'custom', message: mistake });
    }),
});

/**
 * Asks for a link that confirms a support. The answer is the same whatever is known of the address. Who works for the
 * city supports as everybody does.
 */
export const POST = route({
  actor: async () => ANONYMOUS,
  limit: 'supportAsk',
  schema,
  run: async ({ actor, input, params, locale }) => {
    const reference = normaliseReference(params.reference ?? '');
    if (!reference) throw new AppError('NOT_FOUND');
    await askToSupport(actor, { reference, email: input.email, locale });
    return {
      json: { message: translator(locale, 'ideas')('box.sent') },
      status: 202,
      to: `${localePath(locale, `/zgloszenia/${reference}`)}?poparcie=wyslane#poparcie`,
    };
  },
});
