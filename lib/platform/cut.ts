/** The beginning of a text, never with half of a sign that is written in two: no database keeps that in JSON. */
export function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
