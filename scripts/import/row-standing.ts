import { isOver } from '#lib/submissions/imported.ts';
import type { Kind, Outcome } from '#lib/submissions/words.ts';
import type { Mapping } from './mapping.ts';
import type { Report } from './report.ts';
import { type FieldRow, Refusal } from './row.ts';
import type { RowDates } from './row-dates.ts';
import { type Standing, standingOf } from './words.ts';

const RECEIVED: Standing = { status: 'RECEIVED', outcome: null };

/** Where a case stands by its status, its outcome, and whether it has an end. */
export function standOf(
  fields: FieldRow,
  kind: Kind,
  { ended }: RowDates,
  mapping: Mapping,
  report: Report,
): Standing {
  const read = (field: 'status' | 'outcome') => {
    const word = fields.get(field);
    if (!word) return null;
    const standing = standingOf(mapping.statuses[word] ?? word);
    const meaning = standing && [standing.status, standing.outcome].filter(Boolean).join(' ');
    report.meaning(field, word, meaning ?? 'not understood');
    return standing;
  };
  const [status, outcome] = [read('status'), read('outcome')];
  const standing = status ?? (ended || outcome?.outcome ? { status: 'CLOSED', outcome: null } : RECEIVED);
  if (!isOver(standing.status)) return { status: openStatus(standing.status, kind), outcome: null };
  return { status: 'CLOSED', outcome: outcome?.outcome ?? standing.outcome };
}

/** Only ideas are published and weighed; only what is not an idea is forwarded as such. */
function openStatus(status: Standing['status'], kind: Kind): Standing['status'] {
  const ofIdeas = status === 'PUBLISHED' || status === 'UNDER_REVIEW' || status === 'ACCEPTED';
  if (kind === 'IDEA') return ofIdeas ? status : 'RECEIVED';
  return ofIdeas ? 'RECEIVED' : status;
}

/** The outcome in the words of its kind. What ended without saying how was answered, and more is not claimed. */
export function outcomeFor(kind: Kind, outcome: Outcome | null, fields: FieldRow): Outcome {
  if (outcome === null) {
    if (kind === 'IDEA')
      throw new Refusal('An idea that is over has to say how it ended.', fields.get('status'));
    if (kind === 'PROBLEM') fields.note('It ended and nothing says how: taken for answered (ANSWERED).');
    return 'ANSWERED';
  }
  const done = outcome === 'FIXED' || outcome === 'IMPLEMENTED' || outcome === 'ANSWERED';
  if (!done) return outcome;
  if (kind === 'QUESTION') return 'ANSWERED';
  if (kind === 'PROBLEM') return outcome === 'IMPLEMENTED' ? 'FIXED' : outcome;
  if (outcome === 'ANSWERED')
    throw new Refusal('An idea that is over has to say how it ended.', fields.get('status'));
  return 'IMPLEMENTED';
}
