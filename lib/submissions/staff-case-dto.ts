import type { ContactDetails } from '#lib/contacts/mask.ts';
import type { PhotoDto } from '#lib/media/dto.ts';
import type { FailureWord } from './mail-failure.ts';
import type { Named, StaffItem } from './staff-dto.ts';
import type { Outcome, PlaceSource, Precision, ReturnReason, Status, WaitingOn } from './words.ts';

/** One case as staff see it, with its whole history. */

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
