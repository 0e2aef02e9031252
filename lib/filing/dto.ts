import type { ProcedureHit } from '#lib/directory/procedure-dto.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import type { PhotoDto } from '#lib/media/dto.ts';
import type { Expectation } from '#lib/submissions/dto.ts';
import type { Kind } from '#lib/submissions/words.ts';
import type { Stage, Step } from './words.ts';

/** What its owner sees of a draft. */
export type DraftView = {
  id: string;
  kind: Kind;
  locale: Locale;
  /** An idea's one line. */
  title: string | null;
  text: string | null;
  /** Procedure cards that may answer a question. */
  cards: ProcedureHit[];
  /** The card a question was asked from. */
  procedure: ProcedureHit | null;
  category: DraftCategory | null;
  place: PlaceView | null;
  /** Places among which the person still has to choose. */
  pending: PendingView | null;
  photos: PhotoDto[];
  contact: { name: string | null; email: string | null; phone: string | null };
  /** The first step that is not answered. */
  next: Step;
  /** Steps that may be opened now. */
  reachable: Step[];
  /** The step before each of them. */
  previous: Partial<Record<Step, Step>>;
  /** Until when it is kept, ISO 8601. */
  expiresAt: string;
};

export type DraftCategory = {
  code: string;
  name: string;
  departmentCode: string;
  danger: boolean;
  locationRequired: boolean;
  sensitive: boolean;
  firstAnswerDays: number;
};

/** A place as it is read back, and as the form needs it to be changed. */
export type PlaceView = {
  lat: number | null;
  lng: number | null;
  approximate: boolean;
  way: 'address' | 'nearby' | 'here' | 'words' | 'map';
  address: string | null;
  description: string | null;
  district: DistrictName | null;
  near: string | null;
  /** Another town that the words name, where nothing else says where it is. */
  otherTown: string | null;
};

export type DistrictName = { roman: string; name: string };

export type PendingView = {
  typed: string;
  candidates: { label: string; type: string; district: DistrictName | null }[];
};

/** A draft that was sent already: where its submission is followed. */
export type SentView = { kind: Kind; reference: string; code: string; locale: Locale };

/** An unfinished draft, offered to be gone on with. */
export type OpenDraft = { id: string; kind: Kind; locale: Locale; startedAt: string; beginning: string };

export type Progress = { current: number; total: number; stage: Stage };

/** A place that the picking map or the phone's position gave, read back before it is saved. */
export type PointReading = { inCity: boolean; district: DistrictName | null; near: string | null };

/** Why a file did not become a photo of the draft. */
export type PhotoRefusal = {
  name: string;
  reason: 'TOO_LARGE' | 'TOO_MANY' | 'UNSUPPORTED' | 'HEIC' | 'EMPTY';
};

/** What may be promised before sending: the last day of the first answer, and how long such cases take. */
export type Outlook = { firstAnswerDay: string; expectation: Expectation };
