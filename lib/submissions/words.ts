import { CASE_COMMANDS } from '#lib/access/permissions.ts';

/** The closed vocabularies of a submission. The database enums hold the same words; a test compares them. */
export const KINDS = ['PROBLEM', 'IDEA', 'QUESTION'] as const;
export type Kind = (typeof KINDS)[number];

export const STATUSES = [
  'RECEIVED',
  'PUBLISHED',
  'UNDER_REVIEW',
  'ACCEPTED',
  'FORWARDED',
  'IN_PROGRESS',
  'RESOLVED',
  'CLOSED',
] as const;
export type Status = (typeof STATUSES)[number];

/** Somebody still owes work. RESOLVED waits for the reporter's word, CLOSED for nobody. */
export const OPEN_STATUSES = [
  'RECEIVED',
  'PUBLISHED',
  'UNDER_REVIEW',
  'ACCEPTED',
  'FORWARDED',
  'IN_PROGRESS',
] as const satisfies readonly Status[];

export function isOpen(status: Status): boolean {
  return (OPEN_STATUSES as readonly Status[]).includes(status);
}

export const WAITING_ON = ['NONE', 'REPORTER', 'EXTERNAL', 'SCHEDULED'] as const;
export type WaitingOn = (typeof WAITING_ON)[number];

export const OUTCOMES = [
  'FIXED',
  'IMPLEMENTED',
  'ANSWERED',
  'NO_FAULT_FOUND',
  'OUTSIDE_CITY',
  'DECLINED',
  'DUPLICATE',
  'WITHDRAWN',
  'NO_REPLY',
  'EXPIRED',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const CHANNELS = ['WEB', 'PHONE', 'EMAIL', 'IN_PERSON', 'LETTER', 'API', 'IMPORT'] as const;
export type Channel = (typeof CHANNELS)[number];

export const PRECISIONS = ['EXACT', 'APPROXIMATE', 'DESCRIBED'] as const;
export type Precision = (typeof PRECISIONS)[number];

export const PLACE_SOURCES = ['ADDRESS', 'NEARBY', 'DEVICE', 'MAP', 'WORDS', 'STAFF'] as const;
export type PlaceSource = (typeof PLACE_SOURCES)[number];

/** Why a department sends a case back. */
export const RETURN_REASONS = ['NOT_OURS', 'WRONG_PLACE', 'NOT_ENOUGH', 'OTHER'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Why the city says a reasoned no. */
export const DECLINE_REASONS = [
  'NO_LEGAL_BASIS',
  'NO_BUDGET',
  'UNSAFE',
  'ALREADY_PLANNED',
  'PRIVATE_LAND',
  'OTHER',
] as const;

/** Why a released text or photo is hidden again. */
export const HIDE_REASONS = ['PERSONAL_DATA', 'OFFENSIVE', 'NOT_RELATED', 'OTHER'] as const;

export const COMMANDS = CASE_COMMANDS;
export type Command = (typeof COMMANDS)[number];

/** Days in which a reporter may object to an ending, and after which a resolved case closes by itself. */
export const OBJECTION_DAYS = 14;
/** Minutes in which a reporter may still change the text, unless staff acted first. */
export const EDIT_MINUTES = 15;
/** Days after a question at which the reporter is reminded, and at which the case ends for want of a reply. */
export const REMINDER_DAYS = 7;
export const NO_REPLY_DAYS = 14;
/** Days an idea may gather support below its threshold. */
export const IDEA_DAYS = 365;

export const MAX_TEXT = 5000;
/** An idea is called by one line. */
export const MAX_TITLE = 120;

/** People an idea needs behind it before the city reviews it, unless its category says otherwise. */
export const IDEA_THRESHOLD = 200;
/** Days after which a support that nobody confirmed, or that was withdrawn, is forgotten. */
export const SUPPORT_DAYS = 7;

/** Where others may say that they support an idea, or see the same problem: while somebody still works on it. */
export function isSupportable(kind: Kind, status: Status): boolean {
  if (kind === 'QUESTION') return false;
  if (kind === 'IDEA' && status === 'RECEIVED') return false;
  return isOpen(status);
}
