import { now } from './clock.ts';
import { db, type Tx } from './db.ts';

/** What events do not keep: views of personal data, sign-ins, configuration, refusals. */
export type AuditAction =
  | 'contact.viewed'
  | 'contact.searched'
  | 'session.started'
  | 'session.refused'
  | 'session.ended'
  | 'password.changed'
  | 'command.refused'
  | 'link.resent'
  | 'demo.seeded';

export type AuditRecord = {
  action: AuditAction;
  actorKind: string;
  staffId?: string | null;
  /** Reference or id; never a name or an address. */
  subject?: string;
  requestId?: string;
  data?: Record<string, string | number | boolean>;
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
      data: record.data ?? {},
    },
  });
}
