/** The same address without the empty answers that a form leaves in it: `?q=&status=&kind=IDEA` is `?kind=IDEA`. */
export function tidyPath(path: string): string {
  const [page = '/', ...rest] = path.split('?');
  const asked = [...new URLSearchParams(rest.join('?'))];
  const answered = asked.filter(([, value]) => value.trim() !== '');
  if (answered.length === asked.length) return path;
  const query = new URLSearchParams(answered).toString();
  return query ? `${page}?${query}` : page;
}
