import type { Kind } from '#lib/submissions/words.ts';
import { WORKFLOW } from '#lib/submissions/workflow-table.ts';

/** Every mail there is to the person who reported; the workflow's table names them, but for the first and the last. */
export const RESIDENT_TEMPLATES = [
  'received',
  'forwarded',
  'taken',
  'planned',
  'progressed',
  'asked',
  'reminded',
  'resolved',
  'answered',
  'redirected',
  'declined',
  'duplicate',
  'kindProposed',
  'converted',
  'published',
  'threshold',
  'review',
  'accepted',
  'expired',
  'noReply',
  'withdrawn',
  'reopened',
  'link',
] as const;
export type ResidentTemplate = (typeof RESIDENT_TEMPLATES)[number];

/** Mails about a support itself: a request to confirm it, and the news that it counts. */
export const SUPPORT_TEMPLATES = ['supportConfirm', 'supportCounts'] as const;
export type SupportTemplate = (typeof SUPPORT_TEMPLATES)[number];

/** Mails to a department: they name the case and nobody. */
export const DEPARTMENT_TEMPLATES = ['newCase', 'reopenedCase'] as const;
export type DepartmentTemplate = (typeof DEPARTMENT_TEMPLATES)[number];

/** Mails to a member of staff about their own account. */
export const ACCOUNT_TEMPLATES = ['invitation', 'newPassword'] as const;
export type AccountTemplate = (typeof ACCOUNT_TEMPLATES)[number];

/** The type of the event that a request for a lost link leaves; no command of the workflow. */
export const LINK_EVENT = 'resend-link';

/** Which mail an event of this type makes for the person who reported; null: none. */
export function residentTemplate(type: string): ResidentTemplate | null {
  if (type === 'file') return 'received';
  if (type === LINK_EVENT) return 'link';
  const tells = Object.hasOwn(WORKFLOW, type) ? WORKFLOW[type as keyof typeof WORKFLOW].tells : null;
  return RESIDENT_TEMPLATES.find((template) => template === tells) ?? null;
}

/** Every type of event that makes such a mail. */
export const TOLD_TYPES: readonly string[] = ['file', LINK_EVENT, ...Object.keys(WORKFLOW)].filter(
  (type) => residentTemplate(type) !== null,
);

/** What those who only follow the case may know of: public events, not the reporter's own matters. */
export function isForFollowers(type: string): boolean {
  return Object.hasOwn(WORKFLOW, type) && WORKFLOW[type as keyof typeof WORKFLOW].visibility === 'PUBLIC';
}

/** The mail that a department gets when a case comes to it. */
export function departmentTemplate(type: string): DepartmentTemplate | null {
  if (type === 'forward') return 'newCase';
  return type === 'object' ? 'reopenedCase' : null;
}

/** Whether such a case has a page that everybody may open. */
export function hasPublicPage(kind: Kind): boolean {
  return kind !== 'QUESTION';
}
