import { now } from '#lib/platform/clock.ts';
import { db, inTransaction, type Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { enqueue, warmUpJobs } from '#lib/platform/jobs.ts';
import { type PlannedNotification, planNotifications, planSupporters } from '../plan.ts';
import { recipientsOf } from '../queries/recipients.ts';
import { SUPPORTERS_PAGE, supportersAt } from '../queries/supporters.ts';
import { TOLD_TYPES } from '../templates.ts';

/**
 * Makes the notifications of one event, each with the job that delivers it: first those whose case it is, then page by
 * page those who support it, each page in one transaction. Whatever was made before stays as it is, so running it
 * again changes nothing. Returns how many are new.
 */
export async function planEvent(eventId: bigint): Promise<number> {
  const planned = await recipientsOf(eventId);
  if (!planned) return 0;
  const { event, recipients } = planned;
  const hold = env.MAIL_HOLD_SECONDS;
  let made = await make(eventId, event.at, planNotifications(event, recipients, hold));
  let after: string | undefined;
  for (;;) {
    const page = await supportersAt(event, after);
    made += await make(eventId, event.at, planSupporters(event, page, recipients, hold));
    after = page.at(-1)?.id;
    if (page.length < SUPPORTERS_PAGE) return made;
  }
}

async function make(eventId: bigint, createdAt: Date, wanted: PlannedNotification[]): Promise<number> {
  if (wanted.length === 0) return 0;
  await warmUpJobs();
  return inTransaction(async (tx) => {
    // The moment of the event, not of its planning: mails sort in the order in which things happened.
    const occasion = `event:${eventId}`;
    const rows = wanted.map((one) => ({ id: newId(), eventId, occasion, createdAt, ...one }));
    const made = await tx.notification.createManyAndReturn({
      data: rows,
      skipDuplicates: true,
      select: { id: true, sendAfter: true, recipient: true },
    });
    for (const { id, sendAfter, recipient } of made)
      await enqueueDelivery(tx, id, sendAfter, recipient === 'SUPPORTER' ? CROWD : 0);
    return made.length;
  });
}

/** Nobody's receipt waits until the thousands behind an idea have their mails. */
const CROWD = -1;

/** The job that sends a notification, at once or when its time has come. */
export async function enqueueDelivery(tx: Tx, id: string, sendAfter: Date, priority = 0): Promise<void> {
  const when = { priority, ...(sendAfter > now() && { startAfter: sendAfter }) };
  await enqueue(tx, 'notification.due', { notificationId: id }, when);
}

const PAGE = 500;
const LOOK_BACK_MS = 86_400_000;
/** Younger events still have their own job. */
const PATIENCE_MS = 600_000;

type Forgotten = { id: bigint; at: Date };

/**
 * Plans what was not planned: the job commits with its event, so this finds something only when the queue itself lost
 * jobs. Walks the events of the last day by when they happened, from the newest on: an import brings new rows of years
 * past, and nobody is told of them. Returns how many notifications were made.
 */
export async function planForgottenEvents(): Promise<number> {
  const since = new Date(now().getTime() - LOOK_BACK_MS);
  let made = 0;
  let before: Forgotten = { at: new Date(now().getTime() - PATIENCE_MS), id: MOST_ID };
  for (;;) {
    const page = await untold(since, before);
    for (const { id } of page) made += await planEvent(id);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return made;
    before = last;
  }
}

const MOST_ID = 2n ** 63n - 1n;

function untold(since: Date, before: Forgotten): Promise<Forgotten[]> {
  return db.$queryRaw<Forgotten[]>`
    SELECT event."id", event."at" FROM "Event" event
    WHERE event."at" >= ${since} AND (event."at", event."id") < (${before.at}, ${before.id})
      AND event."type" = ANY(${TOLD_TYPES}) AND NOT event."data" ? 'imported'
      AND NOT EXISTS (SELECT FROM "Notification" told WHERE told."eventId" = event."id")
    ORDER BY event."at" DESC, event."id" DESC LIMIT ${PAGE}`;
}
