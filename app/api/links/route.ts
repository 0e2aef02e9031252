import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { emailMistake } from '#lib/contacts/normalise.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { translator } from '#lib/i18n/translator.ts';
import { resendLink } from '#lib/notifications/commands/resend-link.ts';
import { route } from '#lib/platform/http.ts';
import { safePath } from '#lib/platform/http-request.ts';
import { normaliseReference } from '#lib/platform/ids.ts';

/** An empty field says that alone, and not also that nothing looks unlike an address. */
const filled = (required: string) =>
  z.string({ error: required }).trim().min(1, { error: required, abort: true });

/** What cannot be a number or an address is said; whether they belong together is not. */
const schema = z.object({
  reference: filled('validation.referenceRequired').refine((typed) => normaliseReference(typed) !== null, {
    error: 'validation.referenceInvalid',
  }),
  email: filled('validation.emailRequired').superRefine((typed, context) => {
    const mistake = emailMistake(typed);
    if (mistake) context.addIssue({ code: 'custom', message: mistake });
  }),
  next: z.string().optional(),
});

/** Asks for a lost tracking link. The answer is the same whether the number and the address belong together or not. */
export const POST = route({
  actor: async () => ANONYMOUS,
  limit: 'resendLink',
  schema,
  run: async ({ input, locale }) => {
    await resendLink(input);
    return {
      json: { message: translator(locale, 'tracking')('find.sent') },
      status: 202,
      to: safePath(input.next) ?? localePath(locale, '/sledz?wyslano=1'),
    };
  },
});
