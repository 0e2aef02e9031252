import { fold } from '#lib/platform/stem.ts';
import { isOver } from '#lib/submissions/imported.ts';
import type { Kind, Outcome, Status } from '#lib/submissions/words.ts';
import { KINDS, OUTCOMES, STATUSES } from '#lib/submissions/words.ts';

const plain = (text: string) =>
  fold(text)
    .replace(/[\s_-]+/g, ' ')
    .trim();

const KIND_WORDS: readonly [Kind, RegExp][] = [
  ['IDEA', /^(idea|suggestion|proposal|pomysl|propozycja|sugestia|inicjatywa|ідея|пропозиція)/],
  ['QUESTION', /^(question|inquiry|enquiry|information request|pytanie|zapytanie|питання|запитання)/],
  [
    'PROBLEM',
    /^(problem|issue|complaint|defect|fault|incident|report|usterka|awaria|interwencja|zgloszenie|skarga|проблема|скарга)/,
  ],
];

/** Problem, idea or question, by their words in three languages. Null: not understood. */
export function kindOf(text: string): Kind | null {
  const word = plain(text);
  return (
    KINDS.find((kind) => plain(kind) === word) ??
    KIND_WORDS.find(([, words]) => words.test(word))?.[0] ??
    null
  );
}

/** Where a case stands: our own status, and how it ended when it did and that was said. */
export type Standing = { status: Status; outcome: Outcome | null };

const ended = (outcome: Outcome | null): Standing => ({ status: 'CLOSED', outcome });
const open = (status: Status): Standing => ({ status, outcome: null });

/** In order: what says how it ended before what only says that it did; what denies before what it denies. */
const STATUS_WORDS: readonly [RegExp, Standing][] = [
  [/duplik|duplic|дубл/, ended('DUPLICATE')],
  [/wycof|anulow|withdr|cancel|відклик|скасов/, ended('WITHDRAWN')],
  [
    /nie stwierdz|brak usterk|no (fault|issue|violation|problem)|not found|unfound|unable to (locate|find)|не (знайден|підтвер)/,
    ended('NO_FAULT_FOUND'),
  ],
  [
    /niezasadn|odrzuc|odmow|negatyw|reject|declin|denied|refus|invalid|not (accepted|approved)|won t fix|відхил|відмов/,
    ended('DECLINED'),
  ],
  [
    /poza (miast|kompeten|wlasciw)|niewlasciw|inn(ej|ego) (instytucj|organ|podmiot)|outside|not (our|city)|other (agency|authority)|за межами/,
    ended('OUTSIDE_CITY'),
  ],
  [
    /nie ?(rozpatrz|rozpocz|zakoncz|zamkn|zrealiz|rozwiaz|zalatw)|not (started|closed|resolved|complete)|unresolved|incomplete|unassigned|reopen|ponownie otwart/,
    open('RECEIVED'),
  ],
  [/udzielono|odpowiedzian|wyjasnion|answered|information provided|надано відповідь/, ended('ANSWERED')],
  [
    /naprawion|usunieto|usuniet|wykonan|zrealizowan|rozwiazan|zalatwion|fixed|repaired|resolved|solved|complete|done|виконан|усунен|вирішен/,
    ended('FIXED'),
  ],
  [
    /w (toku|trakcie|realizacj)|realizowan|in progress|progress|started|work order|scheduled|planned|zaplanow|в роботі|виконується/,
    open('IN_PROGRESS'),
  ],
  [/zamkni|zakoncz|archiw|closed|finished|закрит|завершен/, ended(null)],
  [/przekaz|przydziel|skierow|assign|forward|dispatch|referred|передан|призначен/, open('FORWARDED')],
  [/opublik|publish|glosowan|опублік/, open('PUBLISHED')],
  [/analiz|ocen|weryfik|review|evaluat|на розгляді/, open('UNDER_REVIEW')],
  [/zaakcept|accepted|approved|прийнят/, open('ACCEPTED')],
  [
    /now[aey]|otwart|przyj|zarejestr|wplyn|oczek|rozpatr|open|new|received|submitted|registered|pending|waiting|нов|відкрит|отриман/,
    open('RECEIVED'),
  ],
];

/** Where a case stands by a word of ours or of another system. Null: not understood. */
export function standingOf(text: string): Standing | null {
  const word = plain(text);
  const status = STATUSES.find((each) => plain(each) === word && !isOver(each));
  if (status) return { status, outcome: null };
  const outcome = OUTCOMES.find((each) => plain(each) === word);
  if (outcome) return ended(outcome);
  return STATUS_WORDS.find(([words]) => words.test(word))?.[1] ?? null;
}
