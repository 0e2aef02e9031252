import type { CategoryDto, DistrictDto } from '#lib/directory/dto.ts';
import type { ProcedureHit } from '#lib/directory/procedure-dto.ts';
import { isLocale, type Locale } from '#lib/i18n/languages.ts';
import type { PhotoDto } from '#lib/media/dto.ts';
import { otherTown } from '#lib/places/other-towns.ts';
import type { Kind, PlaceSource } from '#lib/submissions/words.ts';
import type { DraftData, DraftPlace, PendingPlace } from './draft-data.ts';
import type { DistrictName, DraftView, PendingView, PlaceView } from './dto.ts';
import { isReachable, nextStep, previousStep, type StepFacts, stepsOf } from './steps.ts';
import type { Step } from './words.ts';

type Parts = {
  row: { id: string; kind: Kind; locale: string; expiresAt: Date };
  data: DraftData;
  category: CategoryDto | null;
  /** Cards that the draft names. */
  cards: ProcedureHit[];
  districts: readonly DistrictDto[];
  photos: PhotoDto[];
};

/** Builds what the owner sees. Pure. */
export function draftView({ row, data, category, cards, districts, photos }: Parts): DraftView {
  const facts: StepFacts = { kind: row.kind, data, category };
  const reachable = stepsOf(facts).filter((step) => isReachable(facts, step));
  const before = reachable.flatMap((step) => {
    const previous = previousStep(facts, step);
    return previous ? [[step, previous] as const] : [];
  });
  return {
    id: row.id,
    kind: row.kind,
    locale: localeOf(row.locale),
    title: data.title ?? null,
    text: data.text ?? null,
    cards: cards.filter(({ code }) => data.cards?.includes(code)),
    procedure: cards.find(({ code }) => code === data.procedure) ?? null,
    category: category && {
      code: category.code,
      name: category.name,
      departmentCode: category.departmentCode,
      danger: category.danger,
      locationRequired: category.locationRequired,
      sensitive: category.sensitive,
      firstAnswerDays: category.firstAnswerDays,
    },
    place: data.place ? placeView(data.place, districts) : null,
    pending: data.pending ? pendingView(data.pending, districts) : null,
    photos,
    contact: data.contact ?? { name: null, email: null, phone: null },
    next: nextStep(facts),
    reachable,
    previous: Object.fromEntries(before) as Partial<Record<Step, Step>>,
    expiresAt: row.expiresAt.toISOString(),
  };
}

export function localeOf(stored: string): Locale {
  return isLocale(stored) ? stored : 'pl';
}

const WAY_OF: Record<PlaceSource, PlaceView['way']> = {
  ADDRESS: 'address',
  NEARBY: 'nearby',
  DEVICE: 'here',
  MAP: 'map',
  WORDS: 'words',
  STAFF: 'map',
};

function placeView(place: DraftPlace, districts: readonly DistrictDto[]): PlaceView {
  const isKnown = place.lat !== null || place.district !== null;
  return {
    lat: place.lat,
    lng: place.lng,
    approximate: place.precision !== 'EXACT',
    way: WAY_OF[place.source],
    address: place.address,
    description: place.description,
    district: districtName(place.district, districts),
    near: place.near,
    otherTown: isKnown ? null : otherTown([place.address, place.description].filter(Boolean).join('\n')),
  };
}

function pendingView(pending: PendingPlace, districts: readonly DistrictDto[]): PendingView {
  const candidates = pending.candidates.map(({ label, type, district }) => ({
    label,
    type,
    district: districtName(district, districts),
  }));
  return { typed: pending.typed, candidates };
}

export function districtName(number: number | null, districts: readonly DistrictDto[]): DistrictName | null {
  const found = districts.find((district) => district.number === number);
  return found ? { roman: found.roman, name: found.name } : null;
}
