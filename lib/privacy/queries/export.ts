import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { textIn } from '#lib/directory/names.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { type PersonQuery, personOf } from '../person.ts';
import { findPerson } from './find.ts';

const CASE = {
  reference: true,
  kind: true,
  status: true,
  outcome: true,
  channel: true,
  receivedAt: true,
  closedAt: true,
  title: true,
  text: true,
  publicText: true,
  category: { select: { name: true } },
  contact: { select: { name: true, email: true, phone: true } },
  places: { select: { address: true, description: true, lat: true, lng: true } },
  photos: { select: { purpose: true, createdAt: true, bytes: true, releasedAt: true } },
  messages: {
    where: { visibility: { not: 'INTERNAL' } },
    orderBy: { eventId: 'asc' },
    select: { role: true, text: true, event: { select: { at: true, actorKind: true } } },
  },
} as const;

/** What the city holds about one person, as they may have it: who looked at it, too, by role and not by name. */
export async function exportPerson(actor: Actor, query: PersonQuery, requestId?: string) {
  if (!can(actor, 'privacy.handle')) throw new AppError('FORBIDDEN');
  const person = personOf(query);
  if (!person) throw new AppError('INVALID', { fields: { email: ['admin.privacy.error.nobody'] } });
  const found = await findPerson(person);
  const [cases, supports, callBacks, mails] = await Promise.all([
    db.submission.findMany({
      where: { id: { in: found.cases } },
      orderBy: { receivedAt: 'asc' },
      select: CASE,
    }),
    supportsOf(found.supports),
    callBacksOf(found.callBacks),
    mailsOf([...found.cases, ...found.supports]),
  ]);
  await audit({
    action: 'person.exported',
    actorKind: actor.type,
    staffId: actor.type === 'staff' ? actor.id : null,
    ...(requestId && { requestId }),
    data: { cases: cases.length },
  });
  return {
    madeAt: now().toISOString(),
    cases: cases.map(({ category, ...row }) => ({ ...row, category: textIn(category.name, 'pl') })),
    supports,
    callBacks,
    mails,
    views: await viewsOf(cases.map(({ reference }) => reference)),
    unfinishedForms: found.drafts.length + found.unsent,
  };
}

function supportsOf(ids: string[]) {
  return db.support.findMany({
    where: { id: { in: ids } },
    select: {
      name: true,
      email: true,
      phone: true,
      createdAt: true,
      verifiedAt: true,
      withdrawnAt: true,
      submission: { select: { reference: true } },
    },
  });
}

function callBacksOf(ids: string[]) {
  return db.callBack.findMany({
    where: { callId: { in: ids } },
    select: {
      name: true,
      phone: true,
      call: { select: { at: true, topic: true, outcome: true, callBackAt: true, calledBackAt: true } },
    },
  });
}

function mailsOf(keys: string[]) {
  return db.notification.findMany({
    where: { recipientKey: { in: keys }, recipient: { in: ['REPORTER', 'SUPPORTER'] } },
    orderBy: { createdAt: 'asc' },
    select: { template: true, state: true, createdAt: true, sentAt: true },
  });
}

async function viewsOf(references: string[]) {
  const entries = await db.auditEntry.findMany({
    where: { subject: { in: references }, action: 'contact.viewed' },
    orderBy: { id: 'asc' },
    select: { at: true, subject: true, staffId: true },
  });
  const ids = [...new Set(entries.flatMap(({ staffId }) => staffId ?? []))];
  const people = await db.staffUser.findMany({
    where: { id: { in: ids } },
    select: { id: true, role: true },
  });
  const roles = new Map(people.map(({ id, role }) => [id, role]));
  return entries.map(({ at, subject, staffId }) => ({
    at,
    case: subject,
    by: roles.get(staffId ?? '') ?? null,
  }));
}
