import { can } from '#lib/access/can.ts';
import { now } from '#lib/platform/clock.ts';
import { AppError } from '#lib/platform/errors.ts';
import { sha256 } from '#lib/platform/ids.ts';
import type { DraftOwner } from './owner.ts';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A row whose secret is the owner's. Anybody else learns nothing, not even that it is there. */
export function assertOwned<D extends { secretHash: string }>(row: D | null, owner: DraftOwner): D {
  if (!can(owner.actor, 'submission.file')) throw new AppError('FORBIDDEN');
  if (!row || owner.secret === null || row.secretHash !== sha256(owner.secret)) {
    throw new AppError('NOT_FOUND', { message: 'filing.foreign.title' });
  }
  return row;
}

/** Too old to go on with, and not sent. */
export function assertAlive(row: { expiresAt: Date; submissionId: string | null }): void {
  if (row.submissionId === null && row.expiresAt <= now()) {
    throw new AppError('GONE', { message: 'filing.expired.title' });
  }
}

export function isDraftId(id: string): boolean {
  return ID.test(id);
}
