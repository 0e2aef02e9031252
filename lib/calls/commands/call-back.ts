import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { isId } from '#lib/platform/ids.ts';
import type { CallBackContact } from '../dto.ts';

/**
 * The promise is kept, by whoever of the infoline is there: name and number go, the call stays with when it was done
 * and by whom. Twice is once.
 */
export async function finishCallBack(actor: StaffActor, id: string): Promise<void> {
  if (!can(actor, 'call.back')) throw new AppError('FORBIDDEN');
  await inTransaction(async (tx) => {
    await promised(tx, id);
    const kept = { calledBackAt: now(), calledBackById: actor.id };
    const { count } = await tx.call.updateMany({ where: { id, calledBackAt: null }, data: kept });
    if (count === 0) return;
    await tx.callBack.update({ where: { callId: id }, data: { name: null, phone: null, phoneHash: null } });
  });
}

/** Whom to call; the view and its record in the audit are one transaction. */
export async function viewCallBack(
  actor: StaffActor,
  id: string,
  requestId: string,
): Promise<CallBackContact | null> {
  if (!can(actor, 'call.back')) throw new AppError('FORBIDDEN');
  return inTransaction(async (tx) => {
    const call = await promised(tx, id);
    if (call.calledBackAt || !call.callBack) return null;
    const record = { action: 'contact.viewed', actorKind: 'staff', staffId: actor.id, requestId } as const;
    await audit({ ...record, subject: `call:${id}` }, tx);
    return { name: call.callBack.name, phone: call.callBack.phone };
  });
}

async function promised(tx: Tx, id: string) {
  const call = isId(id)
    ? await tx.call.findFirst({
        where: { id, outcome: 'CALL_BACK' },
        select: { calledBackAt: true, callBack: { select: { name: true, phone: true } } },
      })
    : null;
  if (!call) throw new AppError('NOT_FOUND');
  return call;
}
