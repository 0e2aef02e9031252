import 'server-only';
import type { LookView, PersonView, SimilarView } from '#components/staff/intake/intake-words.ts';
import type { StaffActor } from '#lib/access/actor.ts';
import { detectPersonalData } from '#lib/contacts/detect.ts';
import { suggestCategories, suggestInstitution } from '#lib/directory/queries.ts';
import { formatDate } from '#lib/i18n/dates.ts';
import { type Locale, localePath } from '#lib/i18n/languages.ts';
import { formatPhone } from '#lib/i18n/phone.ts';
import { translator } from '#lib/i18n/translator.ts';
import { similarNearby } from '#lib/submissions/queries/similar.ts';
import { casesOfPerson, type PersonSearch } from '#lib/submissions/queries/staff-person.ts';
import type { PersonCase, SimilarCase } from '#lib/submissions/staff-dto.ts';
import type { Kind } from '#lib/submissions/words.ts';

export type Told = {
  kind: Kind;
  text: string;
  category: string | null;
  point: { lat: number; lng: number } | null;
};

const MOST_EARLIER = 6;

/** All that can be said of a form while it is being filled, in the words of the person who fills it. */
export async function lookAt(actor: StaffActor, told: Told, locale: Locale): Promise<LookView> {
  const { kind, text, category, point } = told;
  const [categories, institution, similar] = await Promise.all([
    text ? suggestCategories({ kind, text, lang: locale }) : [],
    text ? suggestInstitution(text, locale) : null,
    point ? similarNearby(actor, { kind, text, category, ...point, locale }) : [],
  ]);
  const t = translator(locale, 'intake');
  const staff = translator(locale, 'staff');
  return {
    categories: categories.map(({ code, name }) => ({ code, name })),
    findings: detectPersonalData(text).map((finding) => staff(`findings.${finding}`)),
    outside: institution
      ? t('outside', {
          name: institution.name,
          phone: institution.phone ? formatPhone(institution.phone, locale) : t('noPhone'),
        })
      : null,
    similar: similar.map((one) => similarView(one, locale)),
  };
}

function similarView(one: SimilarCase, locale: Locale): SimilarView {
  const t = translator(locale, 'intake');
  const status = translator(locale, 'statuses');
  const place = one.address ? `, ${one.address}` : '';
  const meta = [
    t('away', { metres: one.metres }),
    t('since', { day: formatDate(locale, new Date(one.receivedAt)) }),
    status(one.status),
    one.department,
  ];
  return {
    reference: one.reference,
    href: localePath(locale, `/zgloszenia/${one.reference}`),
    title: `${one.category}${place}`,
    meta: meta.filter(Boolean).join(', '),
    excerpt: one.excerpt,
    percent: t('percent', { number: one.likeness }),
    joins: one.joins,
    lat: one.lat,
    lng: one.lng,
  };
}

/** Earlier cases of whoever has this phone or e-mail; null when there are none, or none that this person may look for. */
export async function earlierOf(
  actor: StaffActor,
  asked: Omit<PersonSearch, 'locale'>,
  locale: Locale,
): Promise<PersonView | null> {
  const cases = await casesOfPerson(actor, { ...asked, locale });
  if (cases.length === 0) return null;
  const t = translator(locale, 'intake');
  return {
    title: t('earlier', { count: cases.length }),
    cases: cases.slice(0, MOST_EARLIER).map((one) => earlierView(one, locale)),
  };
}

function earlierView(one: PersonCase, locale: Locale) {
  const status = translator(locale, 'statuses');
  const place = one.address ? `, ${one.address}` : '';
  return {
    reference: one.reference,
    href: localePath(locale, `/staff/zgloszenia/${one.reference}`),
    title: `${one.category.name}${place}`,
    meta: [formatDate(locale, new Date(one.receivedAt), 'date'), status(one.outcome ?? one.status)].join(
      ', ',
    ),
  };
}
