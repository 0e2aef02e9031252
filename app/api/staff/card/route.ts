import { z } from 'zod';
import type { CardView } from '#components/staff/calls/call-words.ts';
import { can } from '#lib/access/can.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import type { ProcedureCardDto } from '#lib/directory/procedure-dto.ts';
import { readProcedure } from '#lib/directory/procedures/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { translator } from '#lib/i18n/translator.ts';
import { AppError } from '#lib/platform/errors.ts';
import { route } from '#lib/platform/http.ts';

/** A card as it is read to a caller: what to have ready, how much, how long, where, step by step. */
export const GET = route({
  actor: actorOfRequest,
  schema: z.object({ code: z.string().max(80).catch('') }),
  run: async ({ actor, input, locale }) => {
    if (!can(actor, 'call.log')) throw new AppError('FORBIDDEN');
    const card = await readProcedure(input.code, locale);
    if (!card) throw new AppError('NOT_FOUND');
    return { json: viewOf(card, locale) };
  },
});

function viewOf(card: ProcedureCardDto, locale: Locale): CardView {
  const t = translator(locale, 'procedures');
  const parts = [
    { label: t('card.documents'), lines: card.documents },
    { label: t('card.fee'), lines: [card.fee] },
    { label: t('card.term'), lines: [card.term] },
    { label: t('card.place'), lines: [card.place] },
    { label: t('card.steps'), lines: card.steps, numbered: true },
    { label: t('card.unit'), lines: [card.unit] },
  ];
  return {
    title: card.title,
    summary: card.summary,
    href: card.url,
    sample: card.verified ? null : t('sample.title'),
    parts: parts.filter(({ lines }) => lines.some((line) => line !== '')),
  };
}
