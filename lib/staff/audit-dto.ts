import { isDay } from '#lib/platform/clock.ts';
import { isId } from '#lib/platform/ids.ts';

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

const SUBJECT =
  /^(person|call|erasure|account|template|department|institution|category|procedure|rules):(.+)$/;
/** As much of an id as tells one from another. */
const MARK = /^([0-9a-f]{6})[0-9a-f-]{10,}$/;

/**
 * What an entry is about, to be said in words: which kind of thing, and its name or else a mark that is the same
 * whenever it is the same. A case is called by its number, without a kind.
 */
export function auditSubject({
  subject,
  about,
}: Pick<AuditRow, 'subject' | 'about'>): { kind: string | null; mark: string } | null {
  const [, kind, key = ''] = SUBJECT.exec(subject ?? '') ?? [];
  // The record of a mail is all that such an entry names; no one reads it.
  if (isId(subject)) return null;
  if (kind) return { kind, mark: about ?? MARK.exec(key)?.[1] ?? key };
  return subject && subject !== 'demo' ? { kind: null, mark: subject } : null;
}

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
