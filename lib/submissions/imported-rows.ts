import { detectPersonalData } from '#lib/contacts/detect.ts';
import { cityDay } from '#lib/platform/clock.ts';
import { newId, sha256, trackingCode } from '#lib/platform/ids.ts';
import { dueDates } from './due-dates.ts';
import { type ImportedCase, isOver, storyOf } from './imported.ts';
import { type Played, type PlayedStep, play } from './imported-play.ts';
import { publicSearchText } from './public-search-text.ts';
import { titleFrom } from './title.ts';
import { WORKFLOW } from './workflow-table.ts';
import type { Refusal } from './workflow-types.ts';

/** The category of an imported case, as far as its rows follow from it. */
export type ImportedCategory = { firstAnswerDays: number; fixDays: number | null; sensitive: boolean };

export type ImportSettings = {
  source: string;
  /** For the tracking codes. */
  key: string;
  present: Date;
  /** For the demonstration alone: what it made up itself is shown once somebody has taken it on. */
  released: boolean;
  /** Terms that were worked out already: cases of one day and kind of case have the same. */
  terms: Map<string, ReturnType<typeof dueDates>>;
};

/** All rows of one case, as the database takes them. The number and the ids of the events are given on writing. */
export type ImportedRows = Exclude<ReturnType<typeof rowsOf>, Refusal>;

/** What the workflow looks at in a case that has just come in. */
const UNTOUCHED = {
  status: 'RECEIVED',
  waitingOn: 'NONE',
  waitingUntil: null,
  outcome: null,
  departmentCode: null,
  askedAt: null,
  reminded: false,
  publishedAt: null,
  thresholdAt: null,
  proposedKind: null,
  firstAnsweredAt: null,
  resolvedAt: null,
  closedAt: null,
  objectedAt: null,
  staffActed: false,
} as const;

/** Works out everything that is written for one case, or why the workflow does not allow it. */
export function rowsOf(one: ImportedCase, category: ImportedCategory, settings: ImportSettings) {
  const id = newId();
  const terms = termsOf(one.receivedAt, category, settings);
  const opening = { ...UNTOUCHED, ...terms, kind: one.kind, receivedAt: one.receivedAt };
  const played = play(id, opening, storyOf(one, settings.present, settings.released));
  if (typeof played === 'string') return played;
  // An ending that only time or another case brings about has no history elsewhere.
  if (isOver(one.status) && !played.columns?.outcome) return 'WRONG_OUTCOME';
  return {
    submission: {
      ...submissionOf(id, one, settings),
      ...wordsOf(one, category, settings),
      ...UNTOUCHED,
      ...terms,
      ...progressOf(one, terms.firstAnswerDue, played),
    },
    place: one.place && { id: newId(), submissionId: id, main: true, ...one.place },
    assignments: played.assignments,
    duplicateOf: one.outcome === 'DUPLICATE' ? one.duplicateOf : null,
    ...historyOf(id, one, played.steps, settings),
  };
}

function termsOf(receivedAt: Date, category: ImportedCategory, { terms }: ImportSettings) {
  const key = `${cityDay(receivedAt)} ${category.firstAnswerDays} ${category.fixDays}`;
  const known = terms.get(key) ?? dueDates(receivedAt, category);
  terms.set(key, known);
  return known;
}

function submissionOf(id: string, one: ImportedCase, { source, key }: ImportSettings) {
  return {
    id,
    kind: one.kind,
    categoryCode: one.category,
    channel: one.channel,
    locale: one.locale,
    districtNumber: one.place?.districtNumber ?? null,
    receivedAt: one.receivedAt,
    trackingHash: sha256(trackingCode(key, id, 1)),
    linkVersion: 1,
    hops: 0,
    source,
    externalId: one.externalId,
  };
}

/** Nothing is shown before a person looked at it. What was taken back is not even kept. */
function wordsOf(one: ImportedCase, category: ImportedCategory, { released }: ImportSettings) {
  const text = one.outcome === 'WITHDRAWN' ? null : one.text;
  const title = one.kind === 'IDEA' && text !== null ? (one.title ?? titleFrom(text)) : null;
  const publicText = released && one.kind !== 'QUESTION' && one.status !== 'RECEIVED' ? text : null;
  const publicTitle = publicText === null ? null : title;
  const { address = null, description = null } = one.place ?? {};
  return {
    title,
    publicTitle,
    text,
    publicText,
    releasedAt: publicText === null ? null : (one.answeredAt ?? one.receivedAt),
    searchText: publicSearchText({ publicTitle, publicText }, address, category.sensitive),
    findings: detectPersonalData([title, text, address, description].join('\n')),
  };
}

/** Of an ended case nobody knows when it was first answered, unless its source does: it is not guessed. */
function progressOf(one: ImportedCase, firstAnswerDue: Date, { columns, steps }: Played) {
  const shown = steps.filter(({ command }) => WORKFLOW[command].visibility === 'PUBLIC').at(-1);
  return {
    dueAt: firstAnswerDue,
    ...columns,
    ...(isOver(one.status) && { firstAnsweredAt: one.answeredAt }),
    changedAt: shown?.at ?? one.receivedAt,
    version: 1 + steps.length,
  };
}

/**
 * The events, in order; `words` is what goes with the last but one of them or the last: the ending. Each says who acted
 * at the source, so that the history replays; that they were imported also keeps every one of them from being told.
 */
function historyOf(submissionId: string, one: ImportedCase, steps: PlayedStep[], settings: ImportSettings) {
  const { category, channel, externalId, print } = one;
  const filed = {
    ...eventOf(submissionId, 1, one.receivedAt, null, 'RECEIVED'),
    type: 'file',
    visibility: 'PUBLIC',
    data: { imported: 'reporter', category, channel, source: settings.source, externalId, print } as Record<
      string,
      unknown
    >,
  };
  const moves = steps.map((step, index) => ({
    ...eventOf(submissionId, index + 2, step.at, step.from, step.to),
    type: step.command as string,
    departmentCode: step.by === 'department' ? one.department : null,
    visibility: WORKFLOW[step.command].visibility as string,
    data: { imported: step.by as string, ...step.input } as Record<string, unknown>,
  }));
  const ending = moves.findLastIndex(({ type }) => type !== 'close');
  const message = isOver(one.status) && one.explanation && ending >= 0 ? one.explanation : null;
  return {
    events: [filed, ...moves],
    message: message && {
      /** Which of the events it belongs to. */
      event: ending + 1,
      text: message,
      visibility: settings.released ? 'PUBLIC' : 'INTERNAL',
      locale: one.locale,
    },
  };
}

function eventOf(submissionId: string, version: number, at: Date, from: string | null, to: string) {
  return {
    submissionId,
    at,
    actorKind: 'SYSTEM',
    departmentCode: null as string | null,
    fromStatus: from,
    toStatus: to,
    version,
  };
}
