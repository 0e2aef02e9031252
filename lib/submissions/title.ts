import { cut } from '#lib/platform/cut.ts';
import { MAX_TITLE } from './words.ts';

/** The one line of an idea that was sent without one: its first sentence, cut between words. */
export function titleFrom(text: string): string {
  const [line = ''] = text.trim().split('\n');
  const sentence = /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  const plain = sentence.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
  if (plain.length <= MAX_TITLE) return plain;
  const start = cut(plain, MAX_TITLE - 1);
  const space = start.lastIndexOf(' ');
  return `${(space > MAX_TITLE / 2 ? start.slice(0, space) : start).trimEnd()}…`;
}
