import 'server-only';
import { cache } from 'react';
import { ANONYMOUS } from '#lib/access/actor.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { publicCase } from '#lib/submissions/queries/public-case.ts';

/** The public page of a case: read once per request, for its title, for the page and for what stands around it. */
export const readCase = cache((reference: string, locale: Locale) =>
  publicCase(ANONYMOUS, reference, locale),
);
