import { normaliseEmail } from '#lib/contacts/normalise.ts';
import { textIn } from '#lib/directory/names.ts';
import type { Notification } from '#lib/generated/prisma/client.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { trackingCode } from '#lib/platform/ids.ts';
import { lastDayOfTerm } from '#lib/submissions/service-clock.ts';
import type { DepartmentFacts, ResidentFacts } from '../facts.ts';
import { DEPARTMENT_TEMPLATES, RESIDENT_TEMPLATES } from '../templates.ts';
import { withoutLinks } from '../without-links.ts';
import { CASE } from './case-columns.ts';
import { eventFacts, eventOf } from './event-facts.ts';

type Addressed<F> = { to: string; facts: F };

/** Address and facts of a mail to a person; null when there is nowhere to send it any more. */
export async function residentMail(notification: Notification): Promise<Addressed<ResidentFacts> | null> {
  const template = RESIDENT_TEMPLATES.find((known) => known === notification.template);
  const [event, own, contact] = await Promise.all([
    notification.eventId === null ? null : eventOf(notification.eventId),
    db.submission.findUnique({ where: { id: notification.recipientKey }, select: CASE }),
    db.contact.findUnique({ where: { submissionId: notification.recipientKey } }),
  ]);
  const to = contact?.email && !contact.erasedAt ? normaliseEmail(contact.email) : null;
  if (!template || !event || !own || !to) return null;
  const follows = own.id !== event.submissionId;
  const subject = follows ? await followed(event.submissionId) : own;
  const facts: ResidentFacts = {
    template,
    locale: own.locale,
    kind: subject.kind,
    reference: subject.reference,
    own: {
      reference: own.reference,
      code: trackingCode(env.keys.tracking, own.id, own.linkVersion),
      title: withoutLinks(own.title),
      category: textIn(own.category.name, textLocale(own.locale)),
      address: withoutLinks(own.places[0]?.address ?? null),
      sensitive: own.category.sensitive,
      danger: own.category.danger,
    },
    follows,
    supportKey: null,
    answerBy: lastDayOfTerm(own.firstAnswerDue),
    ...(await eventFacts(event, own.locale, follows)),
  };
  return { to, facts };
}

function followed(id: string) {
  return db.submission.findUniqueOrThrow({ where: { id }, select: { kind: true, reference: true } });
}

/** Address and facts of a mail to a department; null when it has no address any more. Nothing of the contact is read. */
export async function departmentMail(notification: Notification): Promise<Addressed<DepartmentFacts> | null> {
  const template = DEPARTMENT_TEMPLATES.find((known) => known === notification.template);
  const [event, department] = await Promise.all([
    notification.eventId === null
      ? null
      : db.event.findUnique({
          where: { id: notification.eventId },
          select: { submission: { select: CASE } },
        }),
    db.department.findUnique({ where: { code: notification.recipientKey }, select: { email: true } }),
  ]);
  const to = department?.email ? normaliseEmail(department.email) : null;
  if (!template || !event || !to) return null;
  const { submission } = event;
  return {
    to,
    facts: {
      template,
      reference: submission.reference,
      category: textIn(submission.category.name, 'pl'),
      address: submission.category.sensitive ? null : (submission.places[0]?.address ?? null),
      district: submission.district && `${submission.district.roman} ${submission.district.name}`,
      fixBy: submission.fixDue && lastDayOfTerm(submission.fixDue),
    },
  };
}
