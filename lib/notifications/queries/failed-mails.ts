import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { listDepartments } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import { failureWord } from '#lib/submissions/mail-failure.ts';
import type { FailedMail } from '../failed-dto.ts';

const MOST = 50;

/** Mails that were given up, the newest first. Nobody's address is among it. */
export async function failedMails(actor: StaffActor, locale: Locale): Promise<FailedMail[]> {
  if (!can(actor, 'notification.retry')) return [];
  const rows = await db.notification.findMany({
    where: { state: 'FAILED' },
    orderBy: [{ sendAfter: 'desc' }, { id: 'asc' }],
    take: MOST,
    include: { event: { select: { submission: { select: { reference: true } } } } },
  });
  const units = new Map((await listDepartments(locale)).map(({ code, name }) => [code, name]));
  return rows.map((row) => ({
    id: row.id,
    template: row.template,
    recipient: row.recipient,
    reference: row.event?.submission.reference ?? null,
    department: row.recipient === 'DEPARTMENT' ? (units.get(row.recipientKey) ?? row.recipientKey) : null,
    at: row.createdAt.toISOString(),
    attempts: row.attempts,
    reason: failureWord(row.lastError),
    mayCorrect: row.recipient === 'REPORTER' && can(actor, 'contact.correct'),
  }));
}
