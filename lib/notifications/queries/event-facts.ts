import { textIn } from '#lib/directory/names.ts';
import type { Event, Message, MessageRole } from '#lib/generated/prisma/client.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import type { Kind, Outcome } from '#lib/submissions/words.ts';
import type { Words } from '../facts.ts';

type EventData = {
  department?: string;
  institution?: string;
  until?: string;
  outcome?: Outcome;
  reasonCode?: string;
  cost?: number;
  of?: string;
  kind?: Kind;
};

/** An event with its words; also one that has not happened yet. */
export type EventSaid = Pick<
  Event,
  'id' | 'submissionId' | 'type' | 'at' | 'actorKind' | 'departmentCode' | 'data'
> & {
  messages: Pick<Message, 'role' | 'visibility' | 'text' | 'locale' | 'redactedAt'>[];
};
type EventRow = Event & { messages: Message[] };

/** What happened, with its words and the names behind its codes, for a reader of this language. */
export async function eventFacts(event: EventSaid, locale: string, follows: boolean) {
  const data = event.data as EventData;
  return {
    at: event.at,
    byReporter: event.actorKind === 'REPORTER',
    outcome: data.outcome ?? null,
    until: data.until ?? null,
    reasonCode: data.reasonCode ?? null,
    cost: data.cost ?? null,
    newKind: data.kind ?? null,
    otherReference: data.of ?? null,
    ...(await namesOf(event, data, locale)),
    ...(await wordsOf(event, follows)),
  };
}

/** One event with its words. */
export function eventOf(id: bigint): Promise<EventRow | null> {
  return db.event.findUnique({ where: { id }, include: { messages: true } });
}

async function namesOf(event: EventSaid, data: EventData, locale: string) {
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
async function wordsOf(event: EventSaid, follows: boolean) {
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
