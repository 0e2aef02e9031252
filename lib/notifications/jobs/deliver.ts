import type { Notification } from '#lib/generated/prisma/client.ts';
import { now } from '#lib/platform/clock.ts';
import { isDatabaseAway } from '#lib/platform/database-away.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import { logger } from '#lib/platform/logger.ts';
import { MailError, sendMail } from '#lib/platform/mail.ts';
import { composeAccount } from '../account-content.ts';
import { composeDepartment, composeResident } from '../compose.ts';
import type { MailContent } from '../content.ts';
import { composeDaily } from '../daily-content.ts';
import { htmlMail } from '../html.ts';
import { accountMail } from '../queries/account-mail.ts';
import { dailyMail } from '../queries/daily-facts.ts';
import { departmentMail, residentMail } from '../queries/mail-facts.ts';
import { supporterNews, supportMail } from '../queries/supporter-mail.ts';
import { composeSupport } from '../support-content.ts';
import { plainText } from '../text.ts';
import { enqueueDelivery } from './plan-event.ts';

/** How long one attempt holds its notification: longer than the slowest mail server, or disk, may take. */
const HOLD_MS = env.SMTP_URL ? 60_000 : 15_000;
/** Attempts go on for three days, so that a weekend without a mail server loses nothing. */
const GIVE_UP_MS = 3 * 86_400_000;
const FEWEST_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 600_000;
/** What no later attempt can mend. */
const HOPELESS = new Set(['BAD_ADDRESS', 'NO_ADDRESS']);

/** How long to wait after this many failed attempts. */
function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1));
}

/**
 * Sends one notification if it is due and not sent yet. The attempt is written down before it is made: a crash in the
 * middle means the same mail again, under the same name, within a minute. Whatever goes wrong is no error of
 * the job: the next attempt is planned instead.
 */
export async function deliverNotification(id: string): Promise<void> {
  const row = await claim(id);
  if (!row) return comeBackLater(id);
  try {
    await send(row);
  } catch (error) {
    return failed(row, codeOf(error, id));
  }
  await db.notification.update({ where: { id }, data: { state: 'SENT', sentAt: now(), lastError: null } });
}

/** A database that went away in the middle is no fault of ours, and passes. */
function codeOf(error: unknown, notification: string): string {
  if (error instanceof MailError) return error.code;
  const code = isDatabaseAway(error) ? 'DATABASE_AWAY' : 'FAULT';
  logger.error('mail not composed', { notification, code, error });
  return code;
}

/** Takes a due notification for one attempt; null when there is none, or another attempt is under way. */
async function claim(id: string): Promise<Notification | null> {
  const at = now();
  const rows = await db.notification.updateManyAndReturn({
    where: { id, state: 'PENDING', sendAfter: { lte: at } },
    data: { attempts: { increment: 1 }, sendAfter: new Date(at.getTime() + HOLD_MS) },
  });
  return rows[0] ?? null;
}

async function send(row: Notification): Promise<void> {
  const mail = await compose(row);
  if (!mail) throw new MailError('NO_ADDRESS');
  const { to, content } = mail;
  await sendMail({
    id: row.id,
    createdAt: row.createdAt,
    to,
    subject: content.subject,
    text: plainText(content),
    html: htmlMail(content),
    locale: content.lang,
    unsubscribe: content.unsubscribe,
  });
}

async function compose(row: Notification): Promise<{ to: string; content: MailContent } | null> {
  if (row.recipient === 'DEPARTMENT' && row.eventId === null) {
    const mail = await dailyMail(row);
    return mail && { to: mail.to, content: composeDaily(mail.facts, env.APP_URL) };
  }
  if (row.recipient === 'DEPARTMENT') {
    const mail = await departmentMail(row);
    return mail && { to: mail.to, content: composeDepartment(mail.facts, env.APP_URL) };
  }
  if (row.recipient === 'STAFF') {
    const mail = await accountMail(row);
    return mail && { to: mail.to, content: composeAccount(mail.facts, env.APP_URL) };
  }
  if (row.recipient === 'SUPPORTER' && row.eventId === null) {
    const mail = await supportMail(row);
    return mail && { to: mail.to, content: composeSupport(mail.facts, env.APP_URL) };
  }
  const mail = await (row.recipient === 'SUPPORTER' ? supporterNews(row) : residentMail(row));
  return mail && { to: mail.to, content: composeResident(mail.facts, env.APP_URL) };
}

async function failed({ id, attempts, createdAt }: Notification, code: string): Promise<void> {
  const at = now();
  const tiredOut = attempts >= FEWEST_ATTEMPTS && at.getTime() - createdAt.getTime() > GIVE_UP_MS;
  const hopeless = HOPELESS.has(code) || tiredOut;
  logger.warn('mail not delivered', { notification: id, attempts, code, givenUp: hopeless });
  if (hopeless) {
    await db.notification.update({ where: { id }, data: { state: 'FAILED', lastError: code } });
    return;
  }
  const sendAfter = new Date(at.getTime() + pauseAfter(attempts));
  await again(id, sendAfter, code);
}

async function again(id: string, sendAfter: Date, lastError: string): Promise<void> {
  await warmUpJobs();
  await inTransaction(async (tx) => {
    await tx.notification.update({ where: { id }, data: { sendAfter, lastError } });
    await enqueueDelivery(tx, id, sendAfter);
  });
}

/** A job that came too early, or met another attempt, comes back when the notification is due. */
async function comeBackLater(id: string): Promise<void> {
  const row = await db.notification.findFirst({
    where: { id, state: 'PENDING' },
    select: { sendAfter: true },
  });
  if (!row) return;
  await warmUpJobs();
  await inTransaction((tx) => enqueueDelivery(tx, id, row.sendAfter));
}

const PAGE = 200;
/** A job that is merely late gets this much time. */
const PATIENCE_MS = 60_000;

/** Makes new jobs for notifications that are long due: the queue may lose a job, the notification is the truth. */
export async function requeueOverdue(): Promise<number> {
  const before = new Date(now().getTime() - PATIENCE_MS);
  await warmUpJobs();
  const rows = await db.notification.findMany({
    where: { state: 'PENDING', sendAfter: { lte: before } },
    orderBy: [{ sendAfter: 'asc' }],
    take: PAGE,
    select: { id: true },
  });
  for (const { id } of rows) await inTransaction((tx) => enqueueDelivery(tx, id, before));
  return rows.length;
}
