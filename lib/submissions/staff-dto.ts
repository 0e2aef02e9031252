import type { ContactDetails } from '#lib/contacts/mask.ts';
import type { PhotoDto } from '#lib/media/dto.ts';
import type { FailureWord } from './mail-failure.ts';
import type {
  Channel,
  Command,
  Kind,
  Outcome,
  PlaceSource,
  Precision,
  ReturnReason,
  Status,
  WaitingOn,
} from './words.ts';

/** What staff see. Who reported is not in here: only that there is a way to reach the person, see `StaffContact`. */

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

export type StaffPlace = {
  address: string | null;
  description: string | null;
  lat: number | null;
  lng: number | null;
  precision: Precision;
  source: PlaceSource;
};

/** Another case that has to do with this one, or might. */
export type RelatedCase = {
  reference: string;
  category: string;
  status: Status;
  waitingOn: WaitingOn;
  outcome: Outcome | null;
  receivedAt: string;
  address: string | null;
  /** The person may open it at the desk; else only its public page. */
  atDesk: boolean;
  /** Metres between the two, of one that lies nearby. */
  metres: number | null;
};

export type StaffMessage = {
  id: string;
  role: string;
  visibility: string;
  text: string | null;
  locale: string;
};

export type StaffNotification = {
  id: string;
  recipient: 'REPORTER' | 'DEPARTMENT' | 'SUPPORTER' | 'STAFF';
  template: string;
  state: 'PENDING' | 'SENT' | 'FAILED';
  attempts: number;
  at: string;
  /** Why it did not arrive, when it was given up. */
  failure: FailureWord | null;
};

export type StaffEvent = {
  id: string;
  type: string;
  at: string;
  version: number;
  by: 'REPORTER' | 'STAFF' | 'SYSTEM';
  who: string | null;
  whoDepartment: string | null;
  visibility: 'PUBLIC' | 'REPORTER' | 'INTERNAL';
  fromStatus: Status | null;
  toStatus: Status;
  /** Names and codes behind the event, for sentences. */
  department: string | null;
  institution: string | null;
  category: string | null;
  categoryBefore: string | null;
  district: string | null;
  placeChanged: boolean;
  until: string | null;
  /** The day that stands on a letter, Kraków day. */
  letterDate: string | null;
  outcome: Outcome | null;
  reasonCode: string | null;
  duplicateOf: string | null;
  /** To whom it was handed. */
  colleague: string | null;
  photos: PhotoDto[];
  messages: StaffMessage[];
  notifications: StaffNotification[];
};

export type StaffAssignment = {
  id: string;
  department: string;
  officer: string | null;
  openedAt: string;
  takenAt: string | null;
  endedAt: string | null;
  end: 'FORWARDED' | 'RETURNED' | 'DONE' | 'CLOSED' | null;
  returnReason: ReturnReason | null;
  /** Whole working days in that department's hands so far. */
  workingDays: number;
};

export type StaffCase = StaffItem & {
  text: string | null;
  /** The language in which the reporter is written to. */
  textLocale: string;
  /** The procedure card that a question was asked from. */
  procedureCode: string | null;
  publicTitle: string | null;
  publicText: string | null;
  releasedAt: string | null;
  sensitive: boolean;
  place: StaffPlace | null;
  /** What the reporter sent, with an objection's photos; a result's stand in the history. */
  photoList: PhotoDto[];
  contact: {
    given: boolean;
    erased: boolean;
    /** For whoever may open the data, each time recorded: enough to recognise a person. Null for all others. */
    masked: StaffContact | null;
  };
  /** People carried over from duplicates. */
  followers: number;
  firstAnswerDay: string;
  firstAnswerDue: string;
  firstAnsweredAt: string | null;
  fixDay: string | null;
  fixDue: string | null;
  history: StaffEvent[];
  assignments: StaffAssignment[];
  /** Where it was before it was imported: that system, and its number there. */
  origin: { source: string; externalId: string } | null;
  duplicateOf: string | null;
  duplicates: string[];
  /** Cases that somebody said have to do with this one, and such as lie nearby and may be the same. */
  linked: RelatedCase[];
  similar: RelatedCase[];
  /** Where it would go by the rules, and by which kind of rule. */
  proposal: (Named & { rule: 'CATEGORY_DEFAULT' | 'RULE' }) | null;
};

/** Who reported. Reading it is an act that the audit keeps. */
export type StaffContact = ContactDetails;
