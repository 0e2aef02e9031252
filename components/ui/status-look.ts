import type { Outcome, Status, WaitingOn } from '#lib/submissions/words.ts';

/** The eight colours of a case; the class is `st-<tone>`, a pin's class `m-<tone>`. */
export type StatusTone = 'new' | 'sent' | 'work' | 'plan' | 'wait' | 'done' | 'closed' | 'late';

export type StatusFacts = {
  status: Status;
  waitingOn?: WaitingOn | null;
  outcome?: Outcome | null;
  overdue?: boolean;
};

/** What to show of a case: `word` is a key of the room `statuses`. */
export type StatusLook = { word: string; tone: StatusTone };

const BY_STATUS: Record<Status, StatusTone> = {
  RECEIVED: 'new',
  PUBLISHED: 'new',
  UNDER_REVIEW: 'work',
  ACCEPTED: 'plan',
  FORWARDED: 'sent',
  IN_PROGRESS: 'work',
  RESOLVED: 'done',
  CLOSED: 'closed',
};

const GOOD_OUTCOMES: Outcome[] = ['FIXED', 'IMPLEMENTED', 'ANSWERED'];

/** One word and one colour: an ending says its outcome; an open case is late, waits, or stands where it stands. */
export function statusLook({ status, waitingOn, outcome, overdue }: StatusFacts): StatusLook {
  if (status === 'RESOLVED' || status === 'CLOSED') {
    if (!outcome) return { word: status, tone: BY_STATUS[status] };
    return { word: outcome, tone: GOOD_OUTCOMES.includes(outcome) ? 'done' : 'closed' };
  }
  if (overdue) return { word: 'OVERDUE', tone: 'late' };
  if (waitingOn === 'SCHEDULED') return { word: waitingOn, tone: 'plan' };
  if (waitingOn === 'REPORTER' || waitingOn === 'EXTERNAL') return { word: waitingOn, tone: 'wait' };
  return { word: status, tone: BY_STATUS[status] };
}
