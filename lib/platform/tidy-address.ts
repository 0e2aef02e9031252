import { localeOfPath, withoutLocale } from '#lib/i18n/languages.ts';
import { isStaffPath } from './http-request.ts';

/** Pages that are asked by a form; on other pages of residents an empty field may be something to put right. */
const LISTS = ['/zgloszenia', '/pomysly', '/karty-uslug'];

/**
 * The address of a list without what says nothing. A form that is sent by its address names every field, also those left
 * empty, and such an address is long to read, to keep and to pass on. Null when there is nothing to leave out.
 */
export function tidyAddress(page: string, search: string): string | null {
  if (!LISTS.includes(withoutLocale(localeOfPath(page), page)) && !isStaffPath(page)) return null;
  const all = [...new URLSearchParams(search)];
  const telling = all.filter(([, value]) => value.trim() !== '');
  if (telling.length === all.length) return null;
  const query = new URLSearchParams(telling).toString();
  return query === '' ? page : `${page}?${query}`;
}
