import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { scope } from '#lib/access/scope.ts';
import { districtNames, textIn } from '#lib/directory/names.ts';
import { findReply } from '#lib/directory/queries-replies.ts';
import type { FilledReply } from '#lib/directory/reply-dto.ts';
import {
  fillReply,
  mayName,
  REPLY_FIELDS,
  type ReplyCommand,
  type ReplyValues,
  replyTextIn,
  replyTexts,
  usesName,
} from '#lib/directory/reply-schema.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import { formatDay } from '#lib/i18n/dates.ts';
import { isLocale, type Locale } from '#lib/i18n/languages.ts';
import { formatPhone, INFOLINE } from '#lib/i18n/phone.ts';
import { translator } from '#lib/i18n/translator.ts';
import { cityDay, isDay, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { factsOf } from '../record.ts';
import { lastDayOfTerm } from '../service-clock.ts';
import { viewContact } from './staff-contact.ts';

const INCLUDE = {
  category: { select: { name: true, sensitive: true } },
  department: { select: { name: true } },
  district: { select: { roman: true, name: true, inOther: true } },
  places: { where: { main: true }, select: { address: true }, take: 1 },
  assignments: { where: { endedAt: null }, select: { departmentCode: true }, take: 1 },
} satisfies Prisma.SubmissionInclude;
type Row = Prisma.SubmissionGetPayload<{ include: typeof INCLUDE }>;

export type ReplyRequest = {
  reference: string;
  command: ReplyCommand;
  template: string;
  /** What stands in the form already. */
  until?: string | undefined;
  institution?: string | undefined;
  requestId: string;
};

/**
 * A reply template with this case's values, in the language of the person who gets it. Nothing is put into a public
 * answer that the public may not read: an address only once it was released, a name never. A name that is put in was
 * viewed, and the audit keeps that.
 */
export async function filledReply(actor: StaffActor, request: ReplyRequest): Promise<FilledReply> {
  const row = await db.submission.findFirst({
    where: { AND: [{ reference: request.reference }, scope(actor, 'case.read-internal')] },
    include: INCLUDE,
  });
  if (!row) throw new AppError('NOT_FOUND');
  const facts = factsOf(row, row.assignments[0]?.departmentCode ?? null);
  const { command } = request;
  if (!can(actor, `case.${command}`, facts)) throw new AppError('FORBIDDEN');
  const template = await findReply(request.template, {
    command,
    kind: row.kind,
    category: row.categoryCode,
    department: row.departmentCode,
  });
  if (!template) throw new AppError('INVALID', { fields: { template: ['validation.templateUnknown'] } });
  const wanted: Locale = isLocale(row.locale) ? row.locale : 'pl';
  const { text, locale } = replyTextIn(replyTexts.parse(template.text), wanted);
  const named = usesName(text) && mayName(command, row.kind) && can(actor, 'case.read-contact', facts);
  const imie = named ? await firstName(actor, request) : '';
  return {
    field: REPLY_FIELDS[command],
    text: fillReply(text, { ...(await valuesOf(row, request, locale)), imie }),
    locale,
    fallback: locale !== wanted,
    name: template.name,
  };
}

async function firstName(actor: StaffActor, { reference, requestId }: ReplyRequest): Promise<string> {
  const { name } = await viewContact(actor, reference, requestId);
  return name?.trim().split(/\s+/)[0] ?? '';
}

/** Whether nobody but the person who asked will read the words. */
const isPrivate = (row: Row, command: ReplyCommand) => mayName(command, row.kind);

async function valuesOf(row: Row, request: ReplyRequest, locale: Locale): Promise<ReplyValues> {
  const shown = isPrivate(row, request.command) || (row.publicText !== null && !row.category.sensitive);
  const day = request.until ?? row.waitingUntil?.toISOString().slice(0, 10) ?? fixDay(row);
  const institution = request.institution
    ? await db.institution.findFirst({
        where: { code: request.institution, active: true },
        select: { name: true },
      })
    : null;
  return {
    numer: row.reference,
    kategoria: textIn(row.category.name, locale),
    adres: (shown && row.places[0]?.address) || '',
    jednostka: row.department ? textIn(row.department.name, locale) : translator(locale, 'mail')('office'),
    infolinia: formatPhone(INFOLINE, locale),
    dzis: formatDay(locale, cityDay(now())),
    ...(row.district && {
      dzielnica: `${row.district.roman} ${textIn(districtNames(row.district), locale)}`,
    }),
    ...(isDay(day) && { termin: formatDay(locale, day) }),
    ...(institution && { instytucja: textIn(institution.name, locale) }),
  };
}

function fixDay({ fixDue }: Row): string | null {
  return fixDue && lastDayOfTerm(fixDue);
}
