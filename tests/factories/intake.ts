import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';

let ordinary = '';

/** The form of staff who file for somebody, filled in: an ordinary pothole that was told by phone. */
export async function anIntake(wish: Record<string, string> = {}): Promise<Record<string, string>> {
  ordinary ||= (
    await db.category.findFirstOrThrow({
      where: { kind: 'PROBLEM', sensitive: false, danger: false, locationRequired: true },
      orderBy: { position: 'asc' },
    })
  ).code;
  return {
    key: newId(),
    channel: 'PHONE',
    kind: 'PROBLEM',
    language: 'pl',
    text: 'Dziura w jezdni przy przejściu.',
    category: ordinary,
    address: 'Długa 12',
    lat: '50.0677',
    lng: '19.9375',
    back: '/staff/nowe',
    ...wish,
  };
}
