import { z } from 'zod';
import { can } from '#lib/access/can.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { findTopics } from '#lib/calls/queries/topics.ts';
import { translator } from '#lib/i18n/translator.ts';
import { AppError } from '#lib/platform/errors.ts';
import { route } from '#lib/platform/http.ts';

const LEAST_LETTERS = 2;

/**
 * What a call may be about, while it is typed: cards and categories, each with its kind in words. What is typed comes in
 * the body: it may be a caller's own words, and addresses are kept in logs.
 */
export const POST = route({
  actor: actorOfRequest,
  schema: z.object({ q: z.string().max(200).catch('') }),
  run: async ({ actor, input, locale }) => {
    if (!can(actor, 'call.log')) throw new AppError('FORBIDDEN');
    const t = translator(locale, 'calls');
    const found = input.q.trim().length < LEAST_LETTERS ? [] : await findTopics(input.q, locale);
    return {
      json: found.map(({ type, key, name, hint }) => ({ key, name, hint: t(`types.${type}`, { hint }) })),
    };
  },
});
