import { editDistance } from '#lib/platform/edit-distance.ts';
import { fold, stemWord, words } from '#lib/platform/stem.ts';

/**
 * One keyword of a category: `word` matches every inflected form, `word*` every word that begins so, several words
 * match near one another in any order, `^1.5` weighs it (1 when absent).
 */
export type Keyword = { parts: Part[]; weight: number };

type Part = { text: string; stem: string; prefix: boolean };

/** A word of the resident's text, as needed for matching. */
type TextWord = { written: string; text: string; stem: string };

export type ReadText = {
  words: TextWord[];
  /** First letter → positions. Only words with the keyword's first letter can be meant, mistyped or not. */
  byLetter: Map<string, number[]>;
};

/** Words of a phrase may have this many others between them. */
const WINDOW = 5;
const MISTYPED = 0.75;
/** Shorter words are not forgiven typing mistakes; beginnings of words must be longer, for they fit more words. */
const MISTYPED_FROM = 6;
const MISTYPED_PREFIX_FROM = 7;
/** Endings are short: a longer word of the same stem is another word (`kosz`, `koszenie`). */
const LONGEST_ENDING = 3;
const MAX_WORD = 40;
const SYNTAX = /^(.*?)(?:\^(\d+(?:\.\d+)?))?$/;

/** Reads a keyword as it is stored; null when there is no word in it. */
export function parseKeyword(stored: string): Keyword | null {
  const [, phrase = '', weight = '1'] = SYNTAX.exec(stored.trim().slice(0, 100)) ?? [];
  const parts = phrase.split(/\s+/).flatMap((written) => {
    const text = words(written).join('');
    return text ? [{ text, stem: stemWord(text), prefix: written.endsWith('*') }] : [];
  });
  return parts.length > 0 ? { parts, weight: Number(weight) } : null;
}

/** The words of a text with their stems, the first `most` of them. */
export function readText(text: string, most: number): ReadText {
  const found = text.replace(/['’ʼ`]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const byLetter = new Map<string, number[]>();
  const read = found.slice(0, most).map((word, position) => {
    const folded = fold(word.slice(0, MAX_WORD));
    const letter = folded[0] ?? '';
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), position]);
    return { written: word.toLowerCase().slice(0, MAX_WORD), text: folded, stem: stemWord(folded) };
  });
  return { words: read, byLetter };
}

/** How well a word of the text fits a part of a keyword, 0..1. */
function likeness(word: TextWord, part: Part): number {
  if (part.prefix ? beginsSo(word, part) : sameWord(word, part)) return 1;
  if (part.text.length < (part.prefix ? MISTYPED_PREFIX_FROM : MISTYPED_FROM)) return 0;
  if (word.text.length < part.text.length - 1 || word.text[0] !== part.text[0]) return 0;
  const typed = part.prefix ? word.text.slice(0, part.text.length) : word.text;
  return editDistance(typed, part.text, 1) <= 1 ? MISTYPED : 0;
}

/** The locative changes the last consonant of a beginning: `ławk*` → ławce, `wiat*` → wiacie, `drog*` → drodze. */
const SOFTENED: Record<string, string> = { k: 'c', t: 'c', g: 'dz' };
const SOFTENED_FROM = 4;

function beginsSo(word: TextWord, part: Part): boolean {
  if (word.text.startsWith(part.text)) return true;
  const soft = part.text.length < SOFTENED_FROM ? undefined : SOFTENED[part.text.at(-1)!];
  return soft !== undefined && word.text.startsWith(part.text.slice(0, -1) + soft);
}

function sameWord(word: TextWord, part: Part): boolean {
  if (word.text === part.text) return true;
  return word.stem === part.stem && Math.abs(word.text.length - part.text.length) <= LONGEST_ENDING;
}

/** Where a keyword stands in the text, the best such place, with the positions of its words; null when nowhere. */
export function findKeyword(text: ReadText, { parts }: Keyword): { fit: number; at: number[] } | null {
  let best: { fit: number; at: number[] } | null = null;
  for (const start of text.byLetter.get(parts[0]!.text[0]!) ?? []) {
    const found = findAround(text.words, parts, start);
    if (found && (!best || found.fit > best.fit)) best = found;
    if (best?.fit === 1) break;
  }
  return best;
}

function findAround(text: TextWord[], parts: Part[], start: number): { fit: number; at: number[] } | null {
  const at = [start];
  let least = likeness(text[start]!, parts[0]!);
  if (least === 0) return null;
  for (const part of parts.slice(1)) {
    let best = 0;
    let where = -1;
    for (let i = Math.max(0, start - WINDOW); i <= Math.min(text.length - 1, start + WINDOW); i += 1) {
      const value = at.includes(i) ? 0 : likeness(text[i]!, part);
      if (value > best) [best, where] = [value, i];
    }
    if (where === -1) return null;
    at.push(where);
    least = Math.min(least, best);
  }
  return { fit: least, at: at.sort((a, b) => a - b) };
}
