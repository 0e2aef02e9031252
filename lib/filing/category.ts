import type { CategoryDto } from '#lib/directory/dto.ts';
import { findCategory } from '#lib/directory/queries.ts';
import { AppError } from '#lib/platform/errors.ts';
import type { Kind } from '#lib/submissions/words.ts';
import { localeOf } from './view.ts';

/** An active category of this kind. Throws INVALID. */
export async function requireCategory(code: string, kind: Kind, locale: string): Promise<CategoryDto> {
  const category = await findCategory(code, localeOf(locale));
  if (category?.kind !== kind) {
    throw new AppError('INVALID', { fields: { category: ['validation.categoryUnknown'] } });
  }
  return category;
}
