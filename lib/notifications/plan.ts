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
  recipient: 'REPORTER' | 'DEPARTMENT' | 'SUPPORTER';
  /** Submission id of the recipient's own case, the department's code, or the id of a support. */
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
  const sendAfter = sendAfterOf(event, holdSeconds);
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

/** News for those who support the case; whoever gets it as a reporter or a follower already gets it once. */
export function planSupporters(
  event: EventFacts,
  supporters: readonly { id: string; mailbox: string }[],
  { reporter, followers }: Recipients,
  holdSeconds: number,
): PlannedNotification[] {
  const template = isForFollowers(event.type) ? residentTemplate(event.type) : null;
  if (!template || event.imported) return [];
  const sendAfter = sendAfterOf(event, holdSeconds);
  const told = new Set([...(reporter ? [reporter] : []), ...followers].map(({ mailbox }) => mailbox));
  return supporters
    .filter(({ mailbox }) => !told.has(mailbox))
    .map(({ id }) => ({ recipient: 'SUPPORTER', recipientKey: id, template, sendAfter }));
}

function sendAfterOf({ actorKind, at }: EventFacts, holdSeconds: number): Date {
  return new Date(at.getTime() + (actorKind === 'STAFF' ? holdSeconds * 1000 : 0));
}

/** One mail to each mailbox: first the person whose case it is, then those who follow. */
function peopleOf(event: EventFacts, { reporter, followers }: Recipients): Mailbox[] {
  const everybody = [...(reporter ? [reporter] : []), ...(isForFollowers(event.type) ? followers : [])];
  const seen = new Set<string>();
  return everybody.filter(({ mailbox }) => !seen.has(mailbox) && seen.add(mailbox));
}
