import type { Changes } from './changes.ts';
import { now } from './clock.ts';
import { db, type Tx } from './db.ts';

/** What events do not keep: views of personal data, sign-ins, configuration, refusals. */
export const AUDIT_ACTIONS = [
  'contact.viewed',
  'contact.corrected',
  'notification.retried',
  'contact.searched',
  'session.started',
  'session.refused',
  'session.ended',
  'password.changed',
  'account.created',
  'account.changed',
  'account.disabled',
  'account.enabled',
  'account.link-sent',
  'account.link-used',
  'directory.created',
  'directory.changed',
  'rules.changed',
  'person.searched',
  'person.exported',
  'person.erased',
  'case.erased',
  'command.refused',
  'link.resent',
  'import.finished',
  'demo.begun',
  'demo.seeded',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export type AuditRecord = {
  action: AuditAction;
  actorKind: string;
  staffId?: string | null;
  /** Reference or id; never a name or an address. */
  subject?: string;
  requestId?: string;
  data?: Record<string, string | number | boolean>;
  /** What was there before and what is there now, field by field; never a password. */
  changes?: Changes;
};

/** Writes one entry; inside a transaction when one is given. The table is append-only by trigger. */
export async function audit(record: AuditRecord, tx: Tx = db): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at: now(),
      actorKind: record.actorKind,
      staffId: record.staffId ?? null,
      action: record.action,
      subject: record.subject ?? null,
      requestId: record.requestId ?? null,
      data: { ...record.data, ...(record.changes && { changes: record.changes }) },
    },
  });
}
