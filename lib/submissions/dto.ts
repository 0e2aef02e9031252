import type { PhotoDto } from '#lib/media/dto.ts';
import type { Kind, Outcome, Precision, Status, WaitingOn } from './words.ts';

/** What residents see. Built in the queries by the policy's eye: a field that may not be seen is not there. */

export type Named = { code: string; name: string };
export type DistrictDto = { number: number; roman: string; name: string };

export type PublicItem = {
  reference: string;
  kind: Kind;
  status: Status;
  waitingOn: WaitingOn;
  outcome: Outcome | null;
  overdue: boolean;
  category: Named;
  department: Named | null;
  district: DistrictDto | null;
  /** An idea's released name; null for other kinds, which are called by category and place. */
  title: string | null;
  /** Released text; null: "treść czeka na sprawdzenie", or withdrawn. */
  text: string | null;
  /** Language the text was written in. */
  textLocale: string;
  /** Only after release, never for sensitive categories. */
  address: string | null;
  /** People behind an idea, or who see the same problem. */
  supportCount: number;
  receivedAt: string;
  changedAt: string;
  /** What the city owes next and the last day (`YYYY-MM-DD`) for it; null when it owes nothing or has planned a day. */
  due: { what: 'ANSWER' | 'FIX'; day: string } | null;
  waitingUntil: string | null;
};

/** Shown as `district` for sensitive categories and before there is a pin. */
export type PointDto = { lat: number; lng: number; precision: Precision | 'DISTRICT' };

/** With where it stands for everybody to see; null when it has no place, or was withdrawn. */
export type PlacedItem = PublicItem & { point: PointDto | null };

export type PublicPage = {
  items: PlacedItem[];
  /** Exact where cells say it; else up to `COUNT_LIMIT`, and `more` when there are more than that. */
  count: { shown: number; more: boolean };
  /** How many of them have no place on the map; null when it was not counted. */
  unplaced: number | null;
  previous: string | null;
  next: string | null;
};

export type MessageDto = {
  role: 'EXPLANATION' | 'REMAINING' | 'ALTERNATIVE' | 'QUESTION' | 'REPLY' | 'OBJECTION';
  text: string | null;
  locale: string;
};

export type TimelineEntry = {
  id: string;
  /** A command of the workflow, or `file`. */
  type: string;
  /** What the case was then: it may have become something else since. */
  kind: Kind;
  at: string;
  by: 'REPORTER' | 'INFOLINE' | 'DEPARTMENT' | 'SYSTEM';
  byDepartment: string | null;
  status: Status;
  /** Names behind the event's codes, for sentences. */
  department: string | null;
  institution: { name: string; phone: string | null } | null;
  until: string | null;
  outcome: Outcome | null;
  reasonCode: string | null;
  duplicateOf: string | null;
  /** People an idea needed, at the moment it had them. */
  threshold: number | null;
  /** Whole złoty, where it is known. */
  cost: number | null;
  messages: MessageDto[];
  photos: PhotoDto[];
};

/** Working days. `PLANNED` until the department and category have twenty ended cases of their own. */
export type Expectation =
  | { basis: 'PLANNED'; days: number }
  | { basis: 'MEASURED'; median: number; p80: number; cases: number }
  | { basis: 'NONE' };

export type PublicCase = PlacedItem & {
  photos: PhotoDto[];
  timeline: TimelineEntry[];
  expectation: Expectation;
  duplicateOf: string | null;
  /** Others may say that they support it, or see the same. */
  supportable: boolean;
  /** For an idea: how many people it needs, when it was published, and others like it. */
  idea: { threshold: number; publishedAt: string | null; similar: IdeaItem[] } | null;
};

/** An idea in the list of ideas. */
export type IdeaItem = PublicItem & {
  publishedAt: string | null;
  /** People it needs before the city reviews it. */
  threshold: number;
};

export type IdeaPage = { items: IdeaItem[]; previous: string | null; next: string | null };

/** What the person who reported sees and may do. */
export type TrackedCase = Omit<
  PublicCase,
  'text' | 'address' | 'photos' | 'point' | 'supportable' | 'idea'
> & {
  /** What the city asks to let it become. */
  proposedKind: Kind | null;
  version: number;
  /** The code in groups of four, as it is read aloud. */
  code: string;
  text: string | null;
  released: boolean;
  place: {
    address: string | null;
    description: string | null;
    lat: number | null;
    lng: number | null;
  } | null;
  photos: PhotoDto[];
  /** Where news goes: `j…@example.com`; null when no e-mail was given. */
  maskedEmail: string | null;
  /** Commands this person may give now. */
  abilities: ('accept-kind' | 'refuse-kind' | 'reply' | 'withdraw' | 'edit' | 'object' | 'close')[];
  /** Last day of the second look, while it is open. */
  objectUntil: string | null;
  objected: boolean;
  /** Last day by which a person reads it and answers. */
  answerDay: string;
  editUntil: string | null;
};

/** What whoever holds the link of a support sees: of which case, and whether it counts. */
export type SupportView = {
  reference: string;
  kind: Kind;
  title: string;
  count: number;
  state: 'ASKED' | 'COUNTS' | 'WITHDRAWN';
  /** Nobody works on the case any more: it can only be taken back. */
  over: boolean;
};
