import { z } from 'zod';
import { LOCALES } from '#lib/i18n/languages.ts';
import { listFilterSchema } from './list-filter.ts';
import { readBbox } from './map-grid.ts';

const MOST_ZOOM = 24;

/**
 * What the map is asked for. The filter reads like the list's: what cannot be read is left out. The area and the zoom
 * are the program's own, so there a mistake is said.
 */
export const mapQuerySchema = listFilterSchema.extend({
  bbox: z.unknown().transform((text, context) => {
    const bbox = readBbox(text);
    if (bbox) return bbox;
    context.addIssue({ code: 'custom', message: 'validation.invalid' });
    return z.NEVER;
  }),
  zoom: z
    .string()
    .regex(/^\d{1,2}(\.\d+)?$/)
    .transform(Number)
    .refine((zoom) => zoom <= MOST_ZOOM),
  lang: z.enum(LOCALES).catch('pl'),
});
