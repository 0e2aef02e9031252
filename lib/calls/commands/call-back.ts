import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { callScope } from '#lib/access/scope.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { isId } from '#lib/platform/ids.ts';
import type { CallBackContact } from '../dto.ts';

/** The promise is kept: name and number go, the call stays with when it was done. Twice is once. */
export async function finishCallBack(actor: StaffActor, id: string): Promise<void> {
  if (!can(actor, 'call.log')) throw new AppError('FORBIDDEN');
  await inTransaction(async (tx) => {
    const call = await ownCallBack(tx, actor, id);
    if (call.calledBackAt) return;
    await tx.call.update({ where: { id }, data: { calledBackAt: now() } });
    await tx.callBack.update({ where: { callId: id }, data: { name: null, phone: null, phoneHash: null } });
  });
}

/** Whom to call; the view and its record in the audit are one transaction. */
export async function viewCallBack(
  actor: StaffActor,
  id: string,
  requestId: string,
): Promise<CallBackContact | null> {
  if (!can(actor, 'call.log')) throw new AppError('FORBIDDEN');
  return inTransaction(async (tx) => {
    const call = await ownCallBack(tx, actor, id);
    if (call.calledBackAt || !call.callBack) return null;
    const record = { action: 'contact.viewed', actorKind: 'staff', staffId: actor.id, requestId } as const;
    await audit({ ...record, subject: `call:${id}` }, tx);
    return { name: call.callBack.name, phone: call.callBack.phone };
  });
}

async function ownCallBack(tx: Tx, actor: StaffActor, id: string) {
  const call = isId(id)
    ? await tx.call.findFirst({
        where: { AND: [{ id, outcome: 'CALL_BACK' }, callScope(actor)] },
        select: { calledBackAt: true, callBack: { select: { name: true, phone: true } } },
      })
    : null;
  if (!call) throw new AppError('NOT_FOUND');
  return call;
}
