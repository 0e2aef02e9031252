import type { FailureWord } from '#lib/submissions/mail-failure.ts';

/** A mail that was given up. It is not lost: it waits here for a person. */
export type FailedMail = {
  id: string;
  template: string;
  recipient: 'REPORTER' | 'DEPARTMENT' | 'SUPPORTER' | 'STAFF';
  /** The case it tells of, or the department's name. */
  reference: string | null;
  department: string | null;
  at: string;
  attempts: number;
  reason: FailureWord;
  /** The address is that of the case's reporter, and this person may put it right. */
  mayCorrect: boolean;
};
