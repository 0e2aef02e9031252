import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { detectPersonalData } from '#lib/contacts/detect.ts';
import { normaliseEmail, normalisePhone } from '#lib/contacts/normalise.ts';
import { districtOf } from '#lib/places/queries.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import type { Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { formatReference, keyedHash, newId, sha256, trackingCode } from '#lib/platform/ids.ts';
import { enqueue } from '#lib/platform/jobs.ts';
import { dueDates } from '../due-dates.ts';
import { recordEvent } from '../history.ts';
import { titleFrom } from '../title.ts';
import type { Channel, Kind, PlaceSource, Precision } from '../words.ts';

/** A complete submission as each channel hands it in; every word already tidied and checked. */
export type FiledSubmission = {
  kind: Kind;
  category: string;
  channel: Channel;
  locale: string;
  /** An idea's one line; made of its text when there is none. */
  title?: string | null;
  text: string;
  /** Code of the procedure card that a question was asked from. */
  procedure?: string | null;
  place: {
    lat: number | null;
    lng: number | null;
    precision: Precision;
    source: PlaceSource;
    address: string | null;
    description: string | null;
  } | null;
  contact: { name: string | null; email: string | null; phone: string | null };
  /** The draft or the form it was sent from. */
  draftId: string | null;
  /** Codes that the event keeps beside the category and the channel. */
  codes?: Record<string, string>;
};

export type Filed = { id: string; reference: string; code: string; eventId: bigint };

/**
 * Files a submission inside the caller's transaction: number, row, place, contact, event and job together. The caller
 * looks for an earlier submission of the same draft first.
 */
export async function fileSubmission(tx: Tx, actor: Actor, filed: FiledSubmission): Promise<Filed> {
  if (!can(actor, 'submission.file')) throw new AppError('FORBIDDEN');
  const category = await tx.category.findFirst({
    where: { code: filed.category, kind: filed.kind, active: true },
  });
  if (!category) throw new AppError('INVALID', { fields: { category: ['validation.categoryUnknown'] } });
  const at = now();
  const id = newId();
  const code = trackingCode(env.keys.tracking, id, 1);
  const { firstAnswerDue, fixDue } = dueDates(at, category);
  const { place } = filed;
  const districtNumber =
    place?.lat != null && place.lng != null ? await districtOf(place.lat, place.lng, tx) : null;
  const row = await tx.submission.create({
    data: {
      id,
      reference: await nextReference(tx, at),
      kind: filed.kind,
      categoryCode: category.code,
      channel: filed.channel,
      locale: filed.locale,
      ...wordsOf(filed),
      procedureCode: filed.procedure,
      districtNumber,
      receivedAt: at,
      changedAt: at,
      firstAnswerDue,
      fixDue,
      dueAt: firstAnswerDue,
      trackingHash: sha256(code),
      draftId: filed.draftId,
    },
  });
  if (place) await tx.place.create({ data: { id: newId(), submissionId: id, districtNumber, ...place } });
  await saveContact(tx, id, filed.contact);
  const data = { ...filed.codes, kind: row.kind, category: category.code, channel: filed.channel };
  const event = await recordEvent(tx, { before: null, row, command: 'file', actor, at, input: {}, data });
  await enqueue(tx, 'event.recorded', { eventId: String(event.id) });
  return { id, reference: row.reference, code, eventId: event.id };
}

/** What was written, and what in it says who somebody is. */
function wordsOf({ kind, title: given, text, place }: FiledSubmission) {
  const title = kind === 'IDEA' ? (given ?? titleFrom(text)) : null;
  const findings = detectPersonalData([title, text, place?.address, place?.description].join('\n'));
  return { title, text, findings };
}

/** The next number of the year; the counter's row is held until the transaction ends, so no two are alike. */
async function nextReference(tx: Tx, at: Date): Promise<string> {
  const year = Number(cityDay(at).slice(0, 4));
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "ReferenceCounter" ("year", "last") VALUES (${year}, 1)
    ON CONFLICT ("year") DO UPDATE SET "last" = "ReferenceCounter"."last" + 1 RETURNING "last"`;
  return formatReference(year, rows[0]?.last ?? 1);
}

async function saveContact(tx: Tx, submissionId: string, contact: FiledSubmission['contact']): Promise<void> {
  const email = contact.email ? normaliseEmail(contact.email) : null;
  const phone = contact.phone ? normalisePhone(contact.phone) : null;
  if (!contact.name && !email && !phone) return;
  const hash = (value: string | null) => (value ? keyedHash(env.keys.contact, value) : null);
  await tx.contact.create({
    data: {
      submissionId,
      name: contact.name,
      email: contact.email,
      phone,
      emailHash: hash(email),
      phoneHash: hash(phone),
    },
  });
}
