import { isDay } from '#lib/platform/clock.ts';

export type AuditFilter = { action: string; subject: string; person: string; day: string; after: string };

/** `about` is the name of an account or a template, whose subject is only an id. */
export type AuditRow = {
  id: string;
  at: Date;
  action: string;
  who: string | null;
  subject: string | null;
  about: string | null;
};

export type AuditPage = { rows: AuditRow[]; actions: string[]; next: string | null };

const text = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 100) : '');

/** The filter as it stands in the address; what cannot be is left out. */
export function readAuditFilter(query: Record<string, unknown>): AuditFilter {
  const day = text(query.dzien);
  const after = text(query.po);
  return {
    action: text(query.co),
    subject: text(query.sprawa),
    person: text(query.kto),
    day: isDay(day) ? day : '',
    after: /^\d{1,18}$/.test(after) ? after : '',
  };
}
