import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { maskEmail } from '#lib/contacts/mask.ts';
import type { Assignment, Place, Submission } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { writtenIn } from '#lib/i18n/written.ts';
import { photoDto } from '#lib/media/present.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { groupTrackingCode, trackingCode } from '#lib/platform/ids.ts';
import type { TrackedCase } from '../dto.ts';
import { factsOf, stateOf } from '../record.ts';
import { lastDayOfTerm } from '../service-clock.ts';
import { EDIT_MINUTES, OBJECTION_DAYS } from '../words.ts';
import { possibleCommands } from '../workflow.ts';
import { expectation } from './expectation.ts';
import { PUBLIC_SELECT, publicItem } from './public-item.ts';
import { timelineOf } from './timeline.ts';

const REPORTER_COMMANDS = [
  'accept-kind',
  'refuse-kind',
  'reply',
  'withdraw',
  'edit',
  'object',
  'close',
] as const;

/** The reporter's own page. NOT_FOUND unless the actor holds the code of exactly this case. */
export async function trackedCase(actor: Actor, locale: Locale): Promise<TrackedCase> {
  if (actor.type !== 'reporter') throw new AppError('NOT_FOUND');
  const [whole, shown] = await Promise.all([
    db.submission.findUnique({
      where: { id: actor.submissionId },
      include: {
        places: { where: { main: true }, take: 1 },
        photos: { where: { purpose: 'REPORT' }, orderBy: { position: 'asc' } },
        assignments: { where: { endedAt: null }, take: 1 },
        contact: { select: { email: true } },
        duplicateOf: { select: { reference: true } },
      },
    }),
    db.submission.findUnique({ where: { id: actor.submissionId }, select: PUBLIC_SELECT }),
  ]);
  if (!whole || !shown || !can(actor, 'case.read-own', factsOf(whole, null))) throw new AppError('NOT_FOUND');
  const [timeline, expected] = await Promise.all([
    timelineOf(whole, 'reporter', locale),
    expectation({ categoryCode: whole.categoryCode, departmentCode: whole.departmentCode }),
  ]);
  return {
    ...publicItem(shown, locale),
    version: whole.version,
    code: groupTrackingCode(trackingCode(env.keys.tracking, whole.id, whole.linkVersion)),
    title: whole.title,
    text: whole.text,
    textLocale: writtenIn(whole.text, whole.locale),
    released: whole.publicText !== null,
    place: placeOf(whole.places[0]),
    photos: whole.outcome === 'WITHDRAWN' ? [] : whole.photos.map((photo) => photoDto(photo, 'reporter')),
    maskedEmail: whole.contact?.email ? maskEmail(whole.contact.email) : null,
    timeline,
    expectation: expected,
    duplicateOf: whole.duplicateOf?.reference ?? null,
    answerDay: lastDayOfTerm(whole.firstAnswerDue),
    ...chances(actor, whole, whole.assignments[0]),
  };
}

function placeOf(place: Place | undefined): TrackedCase['place'] {
  if (!place) return null;
  const { address, description, lat, lng } = place;
  return { address, description, lat, lng };
}

/** What the reporter may do now, and until when. */
function chances(actor: Actor, row: Submission, open: Assignment | undefined) {
  const assigned = open?.departmentCode ?? null;
  const possible = possibleCommands(stateOf(row, assigned), 'reporter', now());
  const facts = factsOf(row, assigned);
  const abilities = REPORTER_COMMANDS.filter(
    (command) => possible.includes(command) && can(actor, `case.${command}`, facts),
  );
  const ended = row.resolvedAt ?? row.closedAt;
  return {
    abilities,
    proposedKind: row.proposedKind,
    objected: row.objectedAt !== null,
    objectUntil:
      abilities.includes('object') && ended ? cityDay(later(ended, OBJECTION_DAYS * 86_400)) : null,
    editUntil: abilities.includes('edit') ? later(row.receivedAt, EDIT_MINUTES * 60).toISOString() : null,
  };
}

function later(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}
