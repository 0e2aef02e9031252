import { normaliseEmail } from '#lib/contacts/normalise.ts';
import { textIn } from '#lib/directory/names.ts';
import type { Event, Message, MessageRole, Notification } from '#lib/generated/prisma/client.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { trackingCode } from '#lib/platform/ids.ts';
import { lastDayOfTerm } from '#lib/submissions/service-clock.ts';
import type { Outcome } from '#lib/submissions/words.ts';
import type { DepartmentFacts, ResidentFacts, Words } from '../facts.ts';
import { DEPARTMENT_TEMPLATES, RESIDENT_TEMPLATES } from '../templates.ts';
import { withoutLinks } from '../without-links.ts';

type Addressed<F> = { to: string; facts: F };

type EventData = {
  department?: string;
  institution?: string;
  until?: string;
  outcome?: Outcome;
  reasonCode?: string;
  of?: string;
};
type EventRow = Event & { messages: Message[] };

const CASE = {
  id: true,
  reference: true,
  kind: true,
  locale: true,
  linkVersion: true,
  firstAnswerDue: true,
  fixDue: true,
  category: { select: { name: true, sensitive: true, danger: true } },
  district: { select: { roman: true, name: true } },
  places: { where: { main: true }, select: { address: true }, take: 1 },
} as const;

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
  const words = await wordsOf(event, follows);
  const data = event.data as EventData;
  const facts: ResidentFacts = {
    template,
    locale: own.locale,
    kind: subject.kind,
    reference: subject.reference,
    own: {
      reference: own.reference,
      code: trackingCode(env.keys.tracking, own.id, own.linkVersion),
      category: textIn(own.category.name, textLocale(own.locale)),
      address: withoutLinks(own.places[0]?.address ?? null),
      sensitive: own.category.sensitive,
      danger: own.category.danger,
    },
    follows,
    at: event.at,
    byReporter: event.actorKind === 'REPORTER',
    outcome: data.outcome ?? null,
    until: data.until ?? null,
    reasonCode: data.reasonCode ?? null,
    otherReference: data.of ?? null,
    answerBy: lastDayOfTerm(own.firstAnswerDue),
    ...(await namesOf(event, data, own.locale)),
    ...words,
  };
  return { to, facts };
}

function eventOf(id: bigint): Promise<EventRow | null> {
  return db.event.findUnique({ where: { id }, include: { messages: true } });
}

function followed(id: string) {
  return db.submission.findUniqueOrThrow({ where: { id }, select: { kind: true, reference: true } });
}

async function namesOf(event: Event, data: EventData, locale: string) {
  const code = event.type === 'forward' ? data.department : event.departmentCode;
  const [department, institution] = await Promise.all([
    code ? db.department.findUnique({ where: { code }, select: { name: true } }) : null,
    data.institution
      ? db.institution.findUnique({
          where: { code: data.institution },
          select: { name: true, phone: true },
        })
      : null,
  ]);
  const said = (names: unknown) => textIn(names, textLocale(locale));
  return {
    department: department && said(department.name),
    institution: institution && { name: said(institution.name), phone: institution.phone },
  };
}

/** A reminder repeats the question of the event before it. Internal notes are never read here. */
async function wordsOf(event: EventRow, follows: boolean) {
  const asked =
    event.type === 'remind'
      ? await db.event.findFirst({
          where: { submissionId: event.submissionId, type: 'ask', id: { lt: event.id } },
          orderBy: { id: 'desc' },
          include: { messages: true },
        })
      : event;
  const visible = [...event.messages, ...(asked && asked !== event ? asked.messages : [])].filter(
    ({ visibility }) => visibility === 'PUBLIC' || (visibility === 'REPORTER' && !follows),
  );
  const said = (role: MessageRole): Words | null => {
    const message = visible.find((each) => each.role === role);
    return message ? { text: message.redactedAt ? null : message.text, locale: message.locale } : null;
  };
  return {
    askedAt: asked?.at ?? event.at,
    explanation: said('EXPLANATION'),
    remaining: said('REMAINING'),
    alternative: said('ALTERNATIVE'),
    question: said('QUESTION'),
    objection: said('OBJECTION'),
  };
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
