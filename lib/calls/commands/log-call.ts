import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { normalisePhone } from '#lib/contacts/normalise.ts';
import { cityMoment, now } from '#lib/platform/clock.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { keyedHash } from '#lib/platform/ids.ts';
import type { CallInput } from '../schema.ts';
import { assertImpersonal, topicOf } from '../topic.ts';

/**
 * Writes down a call that ended without a case: its topic, its outcome and, to call back, whom and when. Who called
 * stands nowhere else. The same form sent twice is one call. Errors: FORBIDDEN, INVALID with the fields.
 */
export async function logCall(
  actor: StaffActor,
  input: CallInput,
): Promise<{ id: string; repeated: boolean }> {
  if (!can(actor, 'call.log')) throw new AppError('FORBIDDEN');
  assertImpersonal(input);
  const topic = await topicOf(input);
  return inTransaction(async (tx) => {
    // Two clicks at once follow one another.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${input.key}, 0))`;
    const before = await tx.call.findUnique({ where: { id: input.key }, select: { staffId: true } });
    if (before && before.staffId !== actor.id) throw new AppError('CONFLICT');
    if (before) return { id: input.key, repeated: true };
    const { callBack, ...columns } = await endingOf(tx, input);
    const row = {
      id: input.key,
      at: now(),
      staffId: actor.id,
      outcome: input.outcome,
      note: input.note || null,
    };
    await tx.call.create({ data: { ...row, ...topic, ...columns } });
    if (callBack) await tx.callBack.create({ data: { callId: input.key, ...callBack } });
    return { id: input.key, repeated: false };
  });
}

type Ending = {
  institutionCode?: string;
  departmentCode?: string;
  callBackAt?: Date;
  callBack?: { name: string | null; phone: string; phoneHash: string };
};

/** What each outcome needs beside the topic. */
async function endingOf(tx: Tx, input: CallInput): Promise<Ending> {
  if (input.outcome === 'REDIRECTED') {
    const found = await tx.institution.findFirst({ where: { code: input.institution, active: true } });
    if (!found)
      throw new AppError('INVALID', { fields: { institution: ['validation.institutionRequired'] } });
    return { institutionCode: found.code };
  }
  if (input.outcome === 'TRANSFERRED') {
    const found = await tx.department.findFirst({ where: { code: input.department, active: true } });
    if (!found) throw new AppError('INVALID', { fields: { department: ['validation.departmentRequired'] } });
    return { departmentCode: found.code };
  }
  return input.outcome === 'CALL_BACK' ? callBackOf(input) : {};
}

function callBackOf({ phone: typed, name, day, time }: CallInput): Ending {
  const phone = normalisePhone(typed);
  const at = cityMoment(day, time);
  const fields = {
    ...(!phone && { phone: [typed ? 'validation.phoneInvalid' : 'calls.errors.phone'] }),
    ...(!at && { day: ['calls.errors.when'] }),
  };
  if (!phone || !at) throw new AppError('INVALID', { fields });
  const phoneHash = keyedHash(env.keys.contact, phone);
  return { callBackAt: at, callBack: { name: name || null, phone, phoneHash } };
}
