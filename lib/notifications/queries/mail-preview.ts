import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { scope } from '#lib/access/scope.ts';
import { textIn } from '#lib/directory/names.ts';
import type { ReplyCommand } from '#lib/directory/reply-schema.ts';
import type { MessageRole, Prisma } from '#lib/generated/prisma/client.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { factsOf } from '#lib/submissions/record.ts';
import type { CommandInput } from '#lib/submissions/schema.ts';
import { lastDayOfTerm } from '#lib/submissions/service-clock.ts';
import { composeResident } from '../compose.ts';
import type { ResidentFacts } from '../facts.ts';
import type { MailPreview } from '../preview-dto.ts';
import { residentTemplate } from '../templates.ts';
import { withoutLinks } from '../without-links.ts';
import { CASE } from './case-columns.ts';
import { type EventSaid, eventFacts } from './event-facts.ts';

/** Stands for the tracking code: whoever answers a case must not be able to act as the person who reported it. */
const NO_CODE = '•'.repeat(13);

type Fields = {
  outcome?: ResidentFacts['outcome'];
  until?: string;
  reasonCode?: string;
  institution?: string;
  explanation?: string;
  remaining?: string;
  alternative?: string;
  question?: string;
  language?: string;
};

/**
 * The mail that a command would send, before it is given: the same words by the same way, but for the code. Whoever
 * may not give the command sees nothing.
 */
export async function previewMail<C extends ReplyCommand>(
  actor: StaffActor,
  reference: string,
  command: C,
  input: CommandInput[C],
): Promise<MailPreview> {
  const row = await db.submission.findFirst({
    where: { AND: [{ reference }, scope(actor, 'case.read-internal')] },
    select: {
      ...CASE,
      departmentCode: true,
      assignments: { where: { endedAt: null }, select: { departmentCode: true }, take: 1 },
      contact: { select: { email: true, erasedAt: true } },
    },
  });
  if (!row) throw new AppError('NOT_FOUND');
  const facts = factsOf(row, row.assignments[0]?.departmentCode ?? null);
  if (!can(actor, `case.${command}`, facts)) throw new AppError('FORBIDDEN');
  const content = composeResident(await factsOfMail(actor, row, command, input), env.APP_URL);
  return { content, mailed: Boolean(row.contact?.email && !row.contact.erasedAt) };
}

type Row = Prisma.SubmissionGetPayload<{ select: typeof CASE }>;

async function factsOfMail(
  actor: StaffActor,
  row: Row,
  command: ReplyCommand,
  fields: Fields,
): Promise<ResidentFacts> {
  const template = residentTemplate(command);
  if (!template) throw new AppError('NOT_FOUND');
  return {
    template,
    locale: row.locale,
    kind: row.kind,
    reference: row.reference,
    own: {
      reference: row.reference,
      code: NO_CODE,
      title: withoutLinks(row.title),
      category: textIn(row.category.name, textLocale(row.locale)),
      address: withoutLinks(row.places[0]?.address ?? null),
      sensitive: row.category.sensitive,
      danger: row.category.danger,
    },
    follows: false,
    supportKey: null,
    answerBy: lastDayOfTerm(row.firstAnswerDue),
    ...(await eventFacts(eventOf(actor, row, command, fields), row.locale, false)),
  };
}

/** The event that the command would record, as far as a mail looks at it. */
function eventOf(actor: StaffActor, { id }: Row, command: ReplyCommand, fields: Fields): EventSaid {
  const { outcome, until, reasonCode, institution, language = 'pl' } = fields;
  const said = (role: MessageRole, text: string | undefined) =>
    text ? [{ role, text, locale: language, visibility: 'PUBLIC' as const, redactedAt: null }] : [];
  return {
    id: 0n,
    submissionId: id,
    type: command,
    at: now(),
    actorKind: 'STAFF',
    departmentCode: actor.department,
    data: { outcome, until, reasonCode, institution },
    messages: [
      ...said('EXPLANATION', fields.explanation),
      ...said('REMAINING', fields.remaining),
      ...said('ALTERNATIVE', fields.alternative),
      ...said('QUESTION', fields.question),
    ],
  };
}
