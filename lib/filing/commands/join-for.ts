import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { logFiledCall } from '#lib/calls/commands/log-filed-call.ts';
import { now } from '#lib/platform/clock.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import { joinCase } from '#lib/submissions/commands/join.ts';
import { readContact } from '../contact.ts';
import { goneOn, readConversation } from '../conversation.ts';
import type { Conversation } from '../intake-dto.ts';
import type { JoinInput } from '../intake-schema.ts';

const REMEMBERED_MS = 3_600_000;

/**
 * Joins a caller, a visitor or a writer to a case that is there already instead of filing another one: they follow it,
 * and it counts one more. A call is written down as when a case is filed. The same form sent twice joins once, also
 * when nobody gave a name. Errors as of `joinCase`.
 */
export async function joinFor(
  actor: StaffActor,
  input: JoinInput,
): Promise<{ conversation: Conversation; reference: string }> {
  if (!can(actor, 'submission.file-for')) throw new AppError('FORBIDDEN');
  const before = await readConversation(actor, input.conversation);
  const person = readContact(input);
  const reference = normaliseReference(input.join) ?? '';
  await warmUpJobs();
  const call = await inTransaction((tx) => joinOnce(tx, actor, { input, person, reference, before }));
  const filed = { reference, joined: true };
  return { conversation: goneOn(before, input, person, { call, point: null, filed }), reference };
}

type Once = {
  input: JoinInput;
  person: ReturnType<typeof readContact>;
  reference: string;
  before: Conversation | null;
};

/** Which form joined is remembered for as long as a refused one: a second click finds it. Returns the call. */
async function joinOnce(tx: Tx, actor: StaffActor, { input, person, reference, before }: Once) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${input.key}, 0))`;
  const known = await tx.formState.findUnique({ where: { id: input.key }, select: { id: true } });
  if (known)
    return (await tx.call.findUnique({ where: { id: input.key }, select: { id: true } }))?.id ?? null;
  const at = now();
  const row = await tx.submission.findUnique({
    where: { reference },
    select: { id: true, categoryCode: true },
  });
  if (!row) throw new AppError('NOT_FOUND');
  await joinCase(tx, actor, row.id, { ...person, locale: input.language }, input.channel);
  const expiresAt = new Date(at.getTime() + REMEMBERED_MS);
  await tx.formState.create({ data: { id: input.key, data: { values: {}, errors: {} }, expiresAt } });
  if (input.channel !== 'PHONE' || before?.call) return before?.call ?? null;
  return logFiledCall(tx, actor, { id: input.key, submissionId: row.id, categoryCode: row.categoryCode, at });
}
