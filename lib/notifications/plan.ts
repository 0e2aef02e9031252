import type { Channel } from '#lib/submissions/words.ts';
import { departmentTemplate, isForFollowers, residentTemplate } from './templates.ts';

/** What the plan looks at in an event. */
export type EventFacts = {
  type: string;
  at: Date;
  actorKind: 'REPORTER' | 'STAFF' | 'SYSTEM';
  submissionId: string;
  channel: Channel;
  /** It happened elsewhere and long before it came to us. */
  imported?: boolean;
};

/** Somebody who can be written to. `mailbox` is the hash of the address: two cases of one person, one mail. */
export type Mailbox = { submissionId: string; mailbox: string };

export type Recipients = {
  reporter: Mailbox | null;
  /** People carried over from duplicates, in the order in which they came. */
  followers: readonly Mailbox[];
  /** The department the case came to with this event, when it has an address. */
  department: string | null;
};

export type PlannedNotification = {
  recipient: 'REPORTER' | 'DEPARTMENT';
  /** Submission id of the recipient's own case, or the department's code. */
  recipientKey: string;
  template: string;
  sendAfter: Date;
};

/**
 * Which notifications an event yields. Mails that a member of staff caused wait `holdSeconds`, so that a slip can be
 * put right; what a person did themselves is confirmed at once. Nobody is told of what was imported.
 */
export function planNotifications(
  event: EventFacts,
  recipients: Recipients,
  holdSeconds: number,
): PlannedNotification[] {
  if (event.imported) return [];
  const hold = event.actorKind === 'STAFF' ? holdSeconds * 1000 : 0;
  const sendAfter = new Date(event.at.getTime() + hold);
  const people = residentTemplate(event.type);
  const silent = event.type === 'file' && event.channel === 'IMPORT';
  const toPeople =
    people && !silent
      ? peopleOf(event, recipients).map(
          ({ submissionId }): PlannedNotification => ({
            recipient: 'REPORTER',
            recipientKey: submissionId,
            template: people,
            sendAfter,
          }),
        )
      : [];
  const unit = departmentTemplate(event.type);
  if (!unit || !recipients.department) return toPeople;
  return [
    ...toPeople,
    {
      recipient: 'DEPARTMENT',
      recipientKey: recipients.department,
      template: unit,
      sendAfter: event.at,
    },
  ];
}

/** One mail to each mailbox: first the person whose case it is, then those who follow. */
function peopleOf(event: EventFacts, { reporter, followers }: Recipients): Mailbox[] {
  const everybody = [...(reporter ? [reporter] : []), ...(isForFollowers(event.type) ? followers : [])];
  const seen = new Set<string>();
  return everybody.filter(({ mailbox }) => !seen.has(mailbox) && seen.add(mailbox));
}
