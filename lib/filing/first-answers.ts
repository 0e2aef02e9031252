import type { z } from 'zod';
import type { CategoryDto } from '#lib/directory/dto.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { AppError, type FieldErrors } from '#lib/platform/errors.ts';
import { fieldErrors } from '#lib/platform/http-request.ts';
import type { Kind } from '#lib/submissions/words.ts';
import { type CardFields, cardsOf } from './cards.ts';
import { requireCategory } from './category.ts';
import { readContact } from './contact.ts';
import type { DraftData } from './draft-data.ts';
import { resolvePlace } from './place.ts';
import { categoryInput, contactInput, placeInput, whatInput } from './schema.ts';
import type { Step } from './words.ts';

type Fields = Record<string, unknown>;

/** Fields of ours that are filled in. */
const given = (fields: Fields, ...names: string[]) =>
  names.some((name) => fields[name] !== undefined && fields[name] !== null && fields[name] !== '');

/** Collects what is wrong, so that a program which sends everything at once hears of everything at once. */
class Complaints {
  readonly fields: FieldErrors = {};

  parse<S extends z.ZodType>(schema: S, value: Fields): z.output<S> | undefined {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    Object.assign(this.fields, fieldErrors(parsed.error));
    return undefined;
  }

  async hear<T>(work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'INVALID') throw error;
      Object.assign(this.fields, error.details.fields);
      return undefined;
    }
  }
}

/**
 * Everything that the first request says. The form of the portal sends the words alone; an outside program may send
 * all fields and come straight to the last step. Throws INVALID with all fields to correct.
 */
export async function firstAnswers(fields: Fields, kind: Kind, locale: Locale): Promise<DraftData> {
  const complaints = new Complaints();
  const what = complaints.parse(whatInput, fields);
  const category = given(fields, 'category')
    ? await readCategory(complaints, fields, kind, locale)
    : undefined;
  const place = given(fields, 'address', 'nearby', 'description', 'lat', 'lng')
    ? await readPlace(complaints, fields, category)
    : undefined;
  const contact = given(fields, 'name', 'email', 'phone') ? await readWho(complaints, fields) : undefined;
  if (Object.keys(complaints.fields).length > 0 || !what) {
    throw new AppError('INVALID', { fields: complaints.fields });
  }
  return {
    ...(kind === 'IDEA' && what.title && { title: what.title }),
    text: what.text,
    ...(await firstCards(what, category, kind, locale)),
    ...(category && { category: category.code }),
    ...place,
    ...(contact && { contact }),
    done: doneBy(category, place, contact !== undefined),
  };
}

/** Whoever names the kind of question at once is a program, or has chosen already: it is led on. */
async function firstCards(what: CardFields, category: CategoryDto | undefined, kind: Kind, locale: Locale) {
  return category && !what.procedure ? {} : cardsOf(kind, what, locale);
}

async function readCategory(complaints: Complaints, fields: Fields, kind: Kind, locale: Locale) {
  const input = complaints.parse(categoryInput, fields);
  return input && complaints.hear(() => requireCategory(input.category, kind, locale));
}

async function readPlace(complaints: Complaints, fields: Fields, category: CategoryDto | undefined) {
  const input = complaints.parse(placeInput, fields);
  const required = category?.locationRequired ?? true;
  return input && complaints.hear(() => resolvePlace(input, { required, pending: undefined }));
}

async function readWho(complaints: Complaints, fields: Fields) {
  const input = complaints.parse(contactInput, fields);
  return input && complaints.hear(() => readContact(input));
}

/** With the kind of problem and its place nothing is left to ask; else the form goes on where answers end. */
function doneBy(category: CategoryDto | undefined, place: object | undefined, contact: boolean): Step[] {
  const placed = place !== undefined && 'place' in place;
  if (category && (placed || (contact && !category.locationRequired))) {
    return ['what', 'category', 'danger', 'place', 'photos', 'contact'];
  }
  return [
    'what',
    ...(category ? (['category'] as const) : []),
    ...(placed ? (['place'] as const) : []),
    ...(contact ? (['contact'] as const) : []),
  ];
}
