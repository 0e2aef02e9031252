import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { listDepartments } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import type { FailedMail, FailureWord } from '../failed-dto.ts';

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
    reason: wordFor(row.lastError),
    mayCorrect: row.recipient === 'REPORTER' && can(actor, 'contact.correct'),
  }));
}

/** Servers that refuse say 5xx for good and 4xx for now; everything else is the way there. */
function wordFor(code: string | null): FailureWord {
  if (code === 'BAD_ADDRESS') return 'address';
  if (code === 'NO_ADDRESS') return 'noAddress';
  if (code?.startsWith('SMTP_5')) return 'refused';
  return code === 'FAULT' ? 'fault' : 'network';
}
