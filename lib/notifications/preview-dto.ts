import type { MailContent } from './content.ts';

/** The mail that a command would send. */
export type MailPreview = {
  content: MailContent;
  /** Whether it leaves as a mail at all: without an address the same words stand on the tracking page. */
  mailed: boolean;
};
