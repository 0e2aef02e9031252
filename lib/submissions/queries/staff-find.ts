import type { StaffActor } from '#lib/access/actor.ts';
import { scope } from '#lib/access/scope.ts';
import { db } from '#lib/platform/db.ts';
import { normaliseReference, normaliseTrackingCode, sha256 } from '#lib/platform/ids.ts';

/**
 * The case that a person means by a number or by a tracking code read aloud, if it may be seen; null when what was
 * typed is neither. A case that may not be seen is as unknown as one that is not there.
 */
export async function findTyped(actor: StaffActor, typed: string): Promise<string | null> {
  const reference = normaliseReference(typed);
  const code = reference ? null : normaliseTrackingCode(typed);
  const key = reference ? { reference } : code ? { trackingHash: sha256(code) } : null;
  if (!key) return null;
  const row = await db.submission.findFirst({
    where: { AND: [key, scope(actor, 'case.read-internal')] },
    select: { reference: true },
  });
  return row?.reference ?? null;
}
