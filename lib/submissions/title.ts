import { MAX_TITLE } from './words.ts';

/** The one line of an idea that was sent without one: its first sentence, cut between words. */
export function titleFrom(text: string): string {
  const [line = ''] = text.trim().split('\n');
  const sentence = /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  const plain = sentence.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
  if (plain.length <= MAX_TITLE) return plain;
  const cut = plain.slice(0, MAX_TITLE - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > MAX_TITLE / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
