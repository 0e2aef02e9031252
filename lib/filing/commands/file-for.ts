import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { logFiledCall } from '#lib/calls/commands/log-filed-call.ts';
import type { StoredPhoto } from '#lib/media/accept.ts';
import { insertPhotos } from '#lib/media/commands/attach.ts';
import { bringsOthers } from '#lib/media/queries.ts';
import { now } from '#lib/platform/clock.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { keyedHash } from '#lib/platform/ids.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import { type FiledSubmission, fileSubmission } from '#lib/submissions/commands/file.ts';
import { goneOn, readConversation } from '../conversation.ts';
import { understand } from '../intake.ts';
import type { Conversation } from '../intake-dto.ts';
import type { IntakeInput } from '../intake-schema.ts';

export type FiledFor = {
  conversation: Conversation;
  reference: string;
  /** The form had been sent before. */
  repeated: boolean;
  /** … and was sent again with other words or photos: they were not taken. */
  changed: boolean;
};

/**
 * Files for a caller, a visitor, a letter or an e-mail: the same engine as for residents, and in the same transaction
 * the photos and the call. A form sent twice gives the same case. Errors: FORBIDDEN, INVALID with all fields at once.
 */
export async function fileFor(
  actor: StaffActor,
  input: IntakeInput,
  photos: readonly StoredPhoto[],
): Promise<FiledFor> {
  if (!can(actor, 'submission.file-for')) throw new AppError('FORBIDDEN');
  const before = await readConversation(actor, input.conversation);
  const filed = await understand(input);
  const said = keyedHash(env.keys.tracking, JSON.stringify({ ...input, conversation: '' })).slice(0, 12);
  await warmUpJobs();
  const done = await inTransaction(async (tx) => {
    // Two clicks at once follow one another.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${input.key}, 0))`;
    const earlier = await sentBefore(tx, actor, input.key);
    if (earlier) {
      const others = await bringsOthers(tx, photos, { submissionId: earlier.id });
      return { ...earlier, repeated: true, changed: others || earlier.said !== said };
    }
    return {
      ...(await fileOnce(tx, actor, { input, filed, said, photos, before })),
      repeated: false,
      changed: false,
    };
  });
  const { reference, call, repeated, changed } = done;
  return { conversation: afterwards(before, input, filed, reference, call), reference, repeated, changed };
}

type Once = {
  input: IntakeInput;
  filed: FiledSubmission;
  said: string;
  photos: readonly StoredPhoto[];
  before: Conversation | null;
};

async function fileOnce(tx: Tx, actor: StaffActor, { input, filed, said, photos, before }: Once) {
  const codes = {
    said,
    ...(input.letterDate && input.channel === 'LETTER' && { letterDate: input.letterDate }),
  };
  const { id, reference } = await fileSubmission(tx, actor, { ...filed, codes });
  await insertPhotos(tx, photos, { submissionId: id, purpose: 'REPORT' });
  const isNewCall = input.channel === 'PHONE' && !before?.call;
  const logged = { id: input.key, submissionId: id, categoryCode: filed.category, at: now() };
  const call = isNewCall ? await logFiledCall(tx, actor, logged) : (before?.call ?? null);
  return { reference, call };
}

/** The case that this very form made before, if this person sent it. */
async function sentBefore(tx: Tx, actor: StaffActor, key: string) {
  const row = await tx.submission.findUnique({
    where: { draftId: key },
    select: {
      id: true,
      reference: true,
      events: { where: { type: 'file' }, select: { staffId: true, data: true }, take: 1 },
    },
  });
  if (!row) return null;
  const event = row.events[0];
  if (event?.staffId !== actor.id) throw new AppError('CONFLICT');
  const call = await tx.call.findUnique({ where: { id: key }, select: { id: true } });
  const { said } = event.data as { said?: string };
  return { id: row.id, reference: row.reference, call: call?.id ?? null, said };
}

function afterwards(
  before: Conversation | null,
  input: IntakeInput,
  { place, contact }: FiledSubmission,
  reference: string,
  call: string | null,
): Conversation {
  const point = place?.lat != null && place.lng != null ? { lat: place.lat, lng: place.lng } : null;
  return goneOn(before, input, contact, { call, point, filed: { reference, joined: false } });
}
