import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';

const AT_ONCE = 500;
const NOTHING = { name: null, email: null, phone: null, emailHash: null, phoneHash: null };

/**
 * Parts the person from a case that closed long ago (`CONTACT_MONTHS`): contact and supporters lose name, address and
 * number; the case, its words and its numbers stay. A promise to call back that nobody kept for as long loses whom it
 * was made to. Returns how many people were forgotten; the rest follows next time.
 */
export async function forgetPeople(): Promise<number> {
  const before = now();
  before.setUTCMonth(before.getUTCMonth() - env.CONTACT_MONTHS);
  const submission = { closedAt: { lt: before } };
  const [contacts, supports, callBacks] = await Promise.all([
    db.contact.findMany({
      where: { submission, erasedAt: null },
      take: AT_ONCE,
      select: { submissionId: true },
    }),
    db.support.findMany({ where: { submission, erasedAt: null }, take: AT_ONCE, select: { id: true } }),
    db.callBack.findMany({
      where: { phone: { not: null }, call: { at: { lt: before } } },
      take: AT_ONCE,
      select: { callId: true },
    }),
  ]);
  const data = { ...NOTHING, erasedAt: now() };
  await inTransaction(async (tx) => {
    const cases = contacts.map(({ submissionId }) => submissionId);
    await tx.contact.updateMany({ where: { submissionId: { in: cases } }, data });
    await tx.support.updateMany({ where: { id: { in: supports.map(({ id }) => id) } }, data });
    await tx.callBack.updateMany({
      where: { callId: { in: callBacks.map(({ callId }) => callId) } },
      data: { name: null, phone: null, phoneHash: null },
    });
  });
  return contacts.length + supports.length + callBacks.length;
}
