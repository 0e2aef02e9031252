/**
 * The query without what says nothing. A form that is sent by its address names every field, also those left empty, and
 * such an address is long to read, to keep and to pass on. Null when there is nothing to leave out.
 */
export function withoutEmpty(search: string): string | null {
  const all = [...new URLSearchParams(search)];
  const telling = all.filter(([, value]) => value !== '');
  if (telling.length === all.length) return null;
  const query = new URLSearchParams(telling).toString();
  return query === '' ? '' : `?${query}`;
}
