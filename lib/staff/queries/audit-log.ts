import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import { AUDIT_ACTIONS } from '#lib/platform/audit.ts';
import { addDays, cityMidnight } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import type { AuditFilter, AuditPage } from '../audit-dto.ts';

const PAGE = 50;
/** As many as a file holds; a longer one is narrowed down by day. */
export const MOST_EXPORTED = 5000;
const MOST_PEOPLE = 50;

/** Who looked at whose data, signed in, and changed what; the newest first. FORBIDDEN for whoever is no auditor. */
export async function readAudit(actor: Actor, filter: AuditFilter, take = PAGE): Promise<AuditPage> {
  if (!can(actor, 'audit.read')) throw new AppError('FORBIDDEN');
  const entries = await db.auditEntry.findMany({
    where: await whereOf(filter),
    orderBy: { id: 'desc' },
    take: take + 1,
    select: { id: true, at: true, action: true, staffId: true, subject: true },
  });
  const shown = entries.slice(0, take);
  const ids = [...new Set(shown.flatMap(({ staffId, subject }) => [staffId, idOf(subject)]))];
  const names = await namesOf(ids.filter((id) => id !== null));
  return {
    rows: shown.map(({ staffId, ...entry }) => ({
      ...entry,
      id: String(entry.id),
      who: names.get(staffId ?? '') ?? null,
      about: names.get(idOf(entry.subject) ?? '') ?? null,
    })),
    actions: [...AUDIT_ACTIONS],
    next: entries.length > take ? String(shown.at(-1)?.id) : null,
  };
}

/** The id of an account or a template: the other subjects say themselves what they are. */
function idOf(subject: string | null): string | null {
  return /^(?:account|template):([0-9a-f-]{36})$/.exec(subject ?? '')?.[1] ?? null;
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const asked = { where: { id: { in: ids } }, select: { id: true, name: true } } as const;
  const [people, templates] = await Promise.all([
    db.staffUser.findMany(asked),
    db.replyTemplate.findMany(asked),
  ]);
  return new Map([...people, ...templates].map(({ id, name }) => [id, name]));
}

async function whereOf({
  action,
  subject,
  person,
  day,
  after,
}: AuditFilter): Promise<Prisma.AuditEntryWhereInput> {
  return {
    ...(action && { action }),
    ...(subject && { subject: normaliseReference(subject) ?? subject }),
    ...(person && { staffId: { in: await peopleCalled(person) } }),
    ...(day && { at: { gte: cityMidnight(day), lt: cityMidnight(addDays(day, 1)) } }),
    ...(after && { id: { lt: BigInt(after) } }),
  };
}

async function peopleCalled(words: string): Promise<string[]> {
  const contains = { contains: words, mode: 'insensitive' } as const;
  const rows = await db.staffUser.findMany({
    where: { OR: [{ name: contains }, { email: contains }] },
    take: MOST_PEOPLE,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
