import { districtOf, isInCity } from '#lib/places/queries.ts';
import { AppError } from '#lib/platform/errors.ts';
import { newId } from '#lib/platform/ids.ts';
import { dueDates } from '../due-dates.ts';
import type { Effect, EffectContext, EffectOf } from '../effect.ts';

const NO_CHANGE: Effect = {};

/** Category, district, address or pin put right by staff. A new category brings its own due dates, from receipt on. */
export const correct: EffectOf<'correct'> = async (context) => {
  const { input, record } = context;
  const category =
    input.category && input.category !== record.row.categoryCode ? await newCategory(context) : NO_CHANGE;
  const place = await newPlace(context);
  const data = { ...category.data, ...place.data };
  if (Object.keys(data).length === 0)
    throw new AppError('INVALID', { fields: { category: ['validation.nothingChanged'] } });
  return { columns: { ...category.columns, ...place.columns }, data };
};

async function newCategory({ tx, record, input }: EffectContext<'correct'>): Promise<Effect> {
  const category = await tx.category.findFirst({
    where: { code: input.category ?? '', kind: record.row.kind, active: true },
  });
  if (!category) throw new AppError('INVALID', { fields: { category: ['validation.categoryUnknown'] } });
  const { firstAnswerDue, fixDue } = dueDates(record.row.receivedAt, category);
  return {
    columns: { categoryCode: category.code, firstAnswerDue, fixDue },
    data: { category: category.code, categoryBefore: record.row.categoryCode },
  };
}

async function newPlace({ tx, record, input }: EffectContext<'correct'>): Promise<Effect> {
  const main = await tx.place.findFirst({ where: { submissionId: record.row.id, main: true } });
  const pin = input.lat !== undefined && input.lng !== undefined ? { lat: input.lat, lng: input.lng } : null;
  const moved = pin && (pin.lat !== main?.lat || pin.lng !== main?.lng);
  if (moved && !(await isInCity(pin.lat, pin.lng, tx)))
    throw new AppError('INVALID', { fields: { lat: ['validation.outsideCity'] } });
  const found = moved ? await districtOf(pin.lat, pin.lng, tx) : record.row.districtNumber;
  const wanted =
    input.district !== undefined && input.district !== record.row.districtNumber ? input.district : found;
  const districtNumber = wanted ?? null;
  const address =
    input.address !== undefined && input.address !== (main?.address ?? '') ? input.address : undefined;
  if (!moved && address === undefined && districtNumber === record.row.districtNumber) return NO_CHANGE;
  await assertDistrict(tx, districtNumber);
  const change = {
    ...(moved && { ...pin, precision: 'EXACT' as const, source: 'STAFF' as const }),
    ...(address !== undefined && { address: address || null }),
    districtNumber,
  };
  await savePlace(tx, record.row.id, main?.id, change);
  return {
    columns: { districtNumber },
    data: { place: true, ...(districtNumber !== null && { district: districtNumber }) },
  };
}

async function assertDistrict(tx: EffectContext<'correct'>['tx'], number: number | null) {
  if (number === null) return;
  if (!(await tx.district.findUnique({ where: { number } }))) {
    throw new AppError('INVALID', { fields: { district: ['validation.district'] } });
  }
}

type PlaceChange = {
  lat?: number;
  lng?: number;
  precision?: 'EXACT';
  source?: 'STAFF';
  address?: string | null;
  districtNumber: number | null;
};

async function savePlace(
  tx: EffectContext<'correct'>['tx'],
  submissionId: string,
  id: string | undefined,
  change: PlaceChange,
) {
  if (id) await tx.place.update({ where: { id }, data: change });
  else
    await tx.place.create({
      data: { id: newId(), submissionId, precision: 'DESCRIBED', source: 'STAFF', ...change },
    });
}
