import type { Channel, Command, Kind, Outcome, Status, WaitingOn } from './words.ts';

/** What staff see of many cases. Who reported is not in here: only that there is a way to reach the person, see `StaffContact`. */

export type Named = { code: string; name: string };
export type DistrictDto = { number: number; roman: string; name: string };

/** Which list a person works from: the infoline's triage, one department's cases, or none. */
export type Desk = 'triage' | 'department' | 'none';

export const TRIAGE_TABS = [
  'new',
  'mine',
  'returned-to-me',
  'returned',
  'ideas',
  'departments',
  'waiting',
  'overdue',
  'ended',
  'all',
  'untriaged',
  'kind-proposed',
  'returned-often',
  'objected',
] as const;
export const DEPARTMENT_TABS = [
  'today',
  'mine',
  'to-take',
  'in-progress',
  'planned',
  'waiting',
  'overdue',
  'ended',
  'all',
  'objected',
] as const;
export type QueueTab = (typeof TRIAGE_TABS)[number] | (typeof DEPARTMENT_TABS)[number];

/** Lists of the cases of one person, for those who work on any. */
export const OWN_TABS: readonly QueueTab[] = ['mine', 'returned-to-me'];

/** Lists that the supervisor's desk leads to; no tab of their own. */
export const OVERSIGHT_TABS: readonly QueueTab[] = [
  'untriaged',
  'kind-proposed',
  'returned-often',
  'objected',
];

export const QUEUE_SORTS = ['due', 'changed', 'oldest'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** A list as it stands in the address. */
export type QueueFilter = {
  tab: QueueTab;
  q: string;
  category: string;
  district: number | null;
  department: string;
  status: Status | null;
  channel: Channel | null;
  overdue: boolean;
  findings: boolean;
  unreleased: boolean;
  sort: QueueSort;
};

/** Up to a limit; `more` when there are more than that. */
export type BoundedCount = { shown: number; more: boolean };

export type StaffItem = {
  reference: string;
  version: number;
  kind: Kind;
  status: Status;
  waitingOn: WaitingOn;
  /** Kraków day (`YYYY-MM-DD`), with waitingOn SCHEDULED. */
  waitingUntil: string | null;
  outcome: Outcome | null;
  category: Named;
  danger: boolean;
  department: Named | null;
  district: DistrictDto | null;
  address: string | null;
  point: { lat: number; lng: number } | null;
  /** An idea's one line. */
  title: string | null;
  /** People behind an idea, or who see the same problem. */
  supportCount: number;
  /** An idea has as many people as it needs, and nobody has looked yet. */
  thresholdReached: boolean;
  /** The first words of what was written; null after withdrawal. */
  excerpt: string | null;
  /** The language it is in. */
  writtenIn: string;
  channel: Channel;
  receivedAt: string;
  changedAt: string;
  /** The nearest moment at which something is owed; null when nothing is. */
  dueAt: string | null;
  /** Whether that moment is the first answer, the planned day or the fix. */
  dueFor: 'answer' | 'plan' | 'fix' | null;
  /** The last Kraków day by which it is in time. */
  dueDay: string | null;
  overdue: boolean;
  hops: number;
  /** Who of the colleagues holds it. */
  handler: { id: string; name: string; me: boolean } | null;
  /** The reporter answered a question, and nobody has acted since. */
  replied: boolean;
  findings: string[];
  released: boolean;
  photos: number;
  /** Commands this person may give now. */
  abilities: Command[];
};

export type StaffPage = {
  items: StaffItem[];
  previous: string | null;
  next: string | null;
};

/** A case of somebody who was looked for by phone or e-mail; which of them fits is told, never what it is. */
export type PersonCase = StaffItem & { matched: 'phone' | 'email'; follows: boolean };

/** An open case nearby that may be the same as what is being told. */
export type SimilarCase = {
  reference: string;
  status: Status;
  category: string;
  department: string | null;
  address: string | null;
  excerpt: string | null;
  receivedAt: string;
  lat: number;
  lng: number;
  metres: number;
  /** In percent. */
  likeness: number;
  /** Whether somebody can be joined to it now. */
  joins: boolean;
};

/** What a search found, and where. */
export type StaffFound = Omit<StaffPage, 'items'> & {
  /** The case whose number was typed without its year. */
  number: string | null;
  people: PersonCase[];
  items: (StaffItem & { matched: ('text' | 'place')[] })[];
  /** So many of the first of them are at the address that was typed. */
  atAddress: number;
  tooShort: boolean;
};
