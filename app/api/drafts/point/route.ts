import { z } from 'zod';
import { actorOfRequest } from '#lib/access/session.ts';
import { readPoint } from '#lib/filing/queries.ts';
import { isLocale } from '#lib/i18n/languages.ts';
import { translator } from '#lib/i18n/translator.ts';
import { route } from '#lib/platform/http.ts';

const schema = z.object({
  lat: z.coerce.number().min(-90).max(90),
  lng: z.coerce.number().min(-180).max(180),
  lang: z.string().optional(),
});

/**
 * How a point is read back before it is saved: `{inCity, text}`. Tells of the city, never of a person; where somebody
 * stands comes in the body, because addresses are kept in logs.
 */
export const POST = route({
  actor: actorOfRequest,
  limit: 'search',
  schema,
  run: async ({ input: { lat, lng, lang } }) => {
    const locale = isLocale(lang) ? lang : 'pl';
    const { inCity, district, near } = await readPoint(lat, lng, locale);
    const t = translator(locale, 'filing');
    const parts = [
      district && t('place.district', { roman: district.roman, name: district.name }),
      near && t('place.near', { name: near }),
    ];
    return { json: { inCity, text: parts.filter(Boolean).join(', ') } };
  },
});
