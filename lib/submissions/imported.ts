import type { Channel, Command, Kind, Outcome, PlaceSource, Precision, Status } from './words.ts';
import { IDEA_DAYS, OBJECTION_DAYS } from './words.ts';
import type { Given, Party } from './workflow-types.ts';

/** What another system tells of a case, in our own words; what it does not know is null. */
export type ImportedCase = {
  /** Its number there: the same number of the same source never comes in twice. */
  externalId: string;
  /** Tells a row that was changed at its source from one that was not. */
  print: string;
  kind: Kind;
  category: string;
  channel: Channel;
  locale: string;
  /** Of an idea; else it is taken from the text. */
  title: string | null;
  text: string;
  place: ImportedPlace | null;
  receivedAt: Date;
  /** RESOLVED and CLOSED both mean that it is over; `outcome` and `endedAt` say how and when. */
  status: Status;
  outcome: Outcome | null;
  endedAt: Date | null;
  answeredAt: Date | null;
  department: string | null;
  explanation: string | null;
  /** Of a DUPLICATE: the number, at the source, of the case it was joined to. */
  duplicateOf: string | null;
};

export type ImportedPlace = {
  lat: number | null;
  lng: number | null;
  precision: Precision;
  source: PlaceSource;
  address: string | null;
  description: string | null;
  districtNumber: number | null;
};

/** A command that was given where the case comes from, as the workflow here would have taken it. */
export type ImportedStep = {
  command: Command;
  by: Party;
  at: Date;
  input: Given['input'] & { reasonCode?: string };
};

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Which command ends a case so, and who gives it. An outcome that is not here cannot come from elsewhere. */
const ENDINGS: Partial<Record<Outcome, { command: Command; reasonCode?: string }>> = {
  FIXED: { command: 'resolve' },
  IMPLEMENTED: { command: 'resolve' },
  NO_FAULT_FOUND: { command: 'resolve' },
  ANSWERED: { command: 'answer' },
  OUTSIDE_CITY: { command: 'redirect' },
  DECLINED: { command: 'decline', reasonCode: 'OTHER' },
  DUPLICATE: { command: 'duplicate' },
  WITHDRAWN: { command: 'withdraw' },
};

export const isOver = (status: Status): boolean => status === 'RESOLVED' || status === 'CLOSED';

/**
 * The shortest history by our own rules that leads to where the case stands at its source: forwarded, taken, ended,
 * closed when the time for an objection is over. An idea is published only with `released`, because publishing shows
 * its text; one that is published still, a year later, ended when that year was over.
 */
export function storyOf(one: ImportedCase, present: Date, released = false): ImportedStep[] {
  const over = isOver(one.status);
  const steps = [
    ...(one.kind === 'IDEA' && released ? publication(one) : []),
    ...handOver(one),
    ...(over ? ending(one) : []),
  ];
  if (one.status === 'PUBLISHED') return [...steps, ...expiry(steps, present)];
  const last = steps.at(-1);
  const closesItself = last && ['resolve', 'answer', 'redirect', 'decline'].includes(last.command);
  if (!over || !closesItself) return steps;
  const closedAt = new Date(last.at.getTime() + OBJECTION_DAYS * DAY + MINUTE);
  if (closedAt > present) return steps;
  return [...steps, { command: 'close', by: 'worker', at: closedAt, input: {} }];
}

/** Nobody knows when it changed hands: the first answer, where that is known, else with the receipt. */
function handOver({ kind, status, department, answeredAt, receivedAt }: ImportedCase): ImportedStep[] {
  if (!department) return [];
  const at = answeredAt ?? receivedAt;
  const forward: ImportedStep = { command: 'forward', by: 'infoline', at, input: { department } };
  if (status !== 'IN_PROGRESS' || kind === 'IDEA') return [forward];
  return [forward, { command: 'take', by: 'department', at, input: {} }];
}

const WAY_OF_IDEA: readonly { command: Command; leadsTo: Status }[] = [
  { command: 'publish', leadsTo: 'PUBLISHED' },
  { command: 'start-review', leadsTo: 'UNDER_REVIEW' },
  { command: 'accept', leadsTo: 'ACCEPTED' },
];

function publication({ status, outcome, answeredAt, receivedAt }: ImportedCase): ImportedStep[] {
  const at = answeredAt ?? receivedAt;
  if (status === 'RECEIVED') return [];
  const far = outcome === 'IMPLEMENTED' ? 2 : outcome === 'DECLINED' ? 1 : 0;
  const reached = isOver(status) ? far : WAY_OF_IDEA.findIndex(({ leadsTo }) => leadsTo === status);
  return WAY_OF_IDEA.slice(0, reached + 1).map(({ command }) => ({
    command,
    by: 'infoline' as const,
    at,
    input: {},
  }));
}

/** Nobody would have gathered support for it here in the meantime. */
function expiry(steps: readonly ImportedStep[], present: Date): ImportedStep[] {
  const published = steps.find(({ command }) => command === 'publish');
  if (!published) return [];
  const at = new Date(published.at.getTime() + IDEA_DAYS * DAY + MINUTE);
  return at > present ? [] : [{ command: 'expire', by: 'worker', at, input: {} }];
}

function ending(one: ImportedCase): ImportedStep[] {
  const how = ENDINGS[one.outcome ?? 'FIXED'];
  if (!how) return [];
  const by = how.command === 'withdraw' ? 'reporter' : one.department ? 'department' : 'infoline';
  const at = one.endedAt ?? one.receivedAt;
  const { command, reasonCode } = how;
  const outcome = command === 'resolve' && one.outcome ? { outcome: one.outcome } : {};
  return [{ command, by, at, input: { ...outcome, ...(reasonCode && { reasonCode }) } }];
}
