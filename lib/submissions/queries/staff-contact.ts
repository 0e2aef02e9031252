import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { scope } from '#lib/access/scope.ts';
import { audit } from '#lib/platform/audit.ts';
import { inTransaction } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { factsOf } from '../record.ts';
import type { StaffContact } from '../staff-case-dto.ts';

/**
 * Who reported a case. The view and its record in the audit are one transaction: nothing is shown that was not written
 * down. Errors: NOT_FOUND for what this person may not see, FORBIDDEN when the case may be seen but not its reporter.
 */
export async function viewContact(
  actor: StaffActor,
  reference: string,
  requestId: string,
): Promise<StaffContact> {
  return inTransaction(async (tx) => {
    const row = await tx.submission.findFirst({
      where: { AND: [{ reference }, scope(actor, 'case.read-internal')] },
      select: {
        id: true,
        kind: true,
        departmentCode: true,
        assignments: { where: { endedAt: null }, select: { departmentCode: true }, take: 1 },
        contact: { select: { name: true, email: true, phone: true } },
      },
    });
    if (!row) throw new AppError('NOT_FOUND');
    const assigned = row.assignments[0]?.departmentCode ?? null;
    if (!can(actor, 'case.read-contact', factsOf(row, assigned))) throw new AppError('FORBIDDEN');
    await audit(
      { action: 'contact.viewed', actorKind: 'staff', staffId: actor.id, subject: reference, requestId },
      tx,
    );
    return row.contact ?? { name: null, email: null, phone: null };
  });
}
