import type { Actor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { normaliseTrackingCode, sha256 } from '#lib/platform/ids.ts';

/** The reporter behind a tracking code, or null. The code is looked up by its hash; it is stored nowhere. */
export async function reporterByCode(typed: string): Promise<Extract<Actor, { type: 'reporter' }> | null> {
  const code = normaliseTrackingCode(typed);
  if (!code) return null;
  const row = await db.submission.findUnique({ where: { trackingHash: sha256(code) }, select: { id: true } });
  return row ? { type: 'reporter', submissionId: row.id } : null;
}
