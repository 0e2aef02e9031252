import type { AuditAction } from '#lib/platform/audit.ts';
import type { Changes } from '#lib/platform/changes.ts';

/** One change of what is configured: who, when, and each field as it was and is. */
export type HistoryEntry = {
  id: string;
  at: Date;
  /** Null: the program itself, or somebody at the server. */
  who: string | null;
  action: AuditAction;
  changes: Changes;
};

export type HistoryPage = { entries: HistoryEntry[]; next: string | null };
