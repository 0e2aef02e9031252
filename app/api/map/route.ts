import { caseTitle, titleLang } from '#components/resident/case-title.ts';
import { ANONYMOUS } from '#lib/access/actor.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { translator } from '#lib/i18n/translator.ts';
import { AppError } from '#lib/platform/errors.ts';
import { route } from '#lib/platform/http.ts';
import type { MapAnswer, MapCluster, MapSingle } from '#lib/submissions/map-dto.ts';
import { mapQuerySchema } from '#lib/submissions/map-schema.ts';
import { mapData } from '#lib/submissions/queries/map-data.ts';

const HEADERS = {
  'content-type': 'application/geo+json; charset=utf-8',
  // The same for everybody; what was hidden, or became sensitive, is gone from every map within half a minute.
  'cache-control': 'public, max-age=30',
};

/** Where all public cases are, as GeoJSON: `?bbox=w,s,e,n&zoom=…` and the list's filter. */
export const GET = route({
  actor: async () => ANONYMOUS,
  limit: 'search',
  schema: mapQuerySchema,
  run: async ({ actor, input }) => {
    const { bbox, zoom, lang, ...filter } = input;
    return { json: collection(await mapData(actor, { filter, bbox, zoom }, lang), lang), headers: HEADERS };
  },
  onInvalid: async ({ errors }) => {
    throw new AppError('MALFORMED', { fields: errors });
  },
});

function collection({ clusters, singles, unplaced, bbox }: MapAnswer, locale: Locale) {
  const title = titles(locale);
  return {
    type: 'FeatureCollection',
    bbox,
    unplaced,
    features: [...clusters.map(cluster), ...singles.map((one) => single(one, title(one)))],
  };
}

function cluster({ count, lat, lng }: MapCluster) {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lng, lat] }, properties: { count } };
}

function single({ item, lat, lng }: MapSingle, title: string) {
  const { reference, kind, status, waitingOn, outcome, overdue, category, district, receivedAt, point } =
    item;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lng, lat] },
    properties: {
      reference,
      title,
      // Absent where the title is ours, in the language that was asked for.
      titleLang: titleLang(item),
      kind,
      status,
      waitingOn,
      outcome,
      overdue,
      category: category.code,
      categoryName: category.name,
      district: district?.number ?? null,
      receivedAt,
      precision: point?.precision,
    },
  };
}

function titles(locale: Locale): (one: MapSingle) => string {
  const t = translator(locale, 'list');
  return ({ item }) => caseTitle(item, t);
}
