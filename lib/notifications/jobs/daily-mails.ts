import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import { dueDay, occasionOf } from '../daily-window.ts';
import { dailyFacts, hasNews } from '../queries/daily-facts.ts';
import { enqueueDelivery } from './plan-event.ts';

/** The day this process is through with: its window is closed, so nothing more can come of it. */
let done: string | null = null;

/**
 * Makes the morning mail of each department that has an address and something new, once a working day. May be run at
 * any time and broken off anywhere: what is made is known by its occasion, and what is not is made by the next round,
 * also late in the day after a night without power. Returns how many were made.
 */
export async function planDailyMails(signal?: AbortSignal): Promise<number> {
  const day = dueDay(now());
  if (day === null || day === done) return 0;
  const made = await planMailsOf(day, signal);
  if (!signal?.aborted) done = day;
  return made;
}

/** The mails of one day, as far as they are not made yet. */
export async function planMailsOf(day: string, signal?: AbortSignal): Promise<number> {
  await warmUpJobs();
  let made = 0;
  for (const code of await waiting(day)) {
    if (signal?.aborted) return made;
    if (await plan(code, day)) made += 1;
  }
  return made;
}

/** Departments that could get a mail today and have none yet. */
async function waiting(day: string): Promise<string[]> {
  const [departments, told] = await Promise.all([
    db.department.findMany({
      where: { active: true, email: { not: null } },
      select: { code: true },
      orderBy: { code: 'asc' },
    }),
    db.notification.findMany({
      where: { occasion: occasionOf(day), recipient: 'DEPARTMENT', template: 'daily' },
      select: { recipientKey: true },
    }),
  ]);
  const known = new Set(told.map(({ recipientKey }) => recipientKey));
  return departments.flatMap(({ code }) => (known.has(code) ? [] : code));
}

async function plan(code: string, day: string): Promise<boolean> {
  if (!hasNews(await dailyFacts(code, day))) return false;
  const at = now();
  return inTransaction(async (tx) => {
    const [row] = await tx.notification.createManyAndReturn({
      data: [
        {
          id: newId(),
          occasion: occasionOf(day),
          recipient: 'DEPARTMENT',
          recipientKey: code,
          template: 'daily',
          createdAt: at,
          sendAfter: at,
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (row) await enqueueDelivery(tx, row.id, at);
    return row !== undefined;
  });
}
