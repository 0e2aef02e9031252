import type { Actor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { normaliseTrackingCode, sha256 } from '#lib/platform/ids.ts';
import { assertRoom, hit } from '#lib/platform/limits.ts';

/** The reporter behind a tracking code, or null. The code is looked up by its hash; it is stored nowhere. */
export async function reporterByCode(typed: string): Promise<Extract<Actor, { type: 'reporter' }> | null> {
  const code = normaliseTrackingCode(typed);
  if (!code) return null;
  const row = await db.submission.findUnique({ where: { trackingHash: sha256(code) }, select: { id: true } });
  return row ? { type: 'reporter', submissionId: row.id } : null;
}

/**
 * The same for a code that came from outside: a wrong one costs its sender a guess, and after too many of them even a
 * right one is refused with TOO_MANY. What cannot be a code at all is no guess.
 */
export async function guessReporter(
  typed: string,
  clientAddress: string,
): Promise<Extract<Actor, { type: 'reporter' }> | null> {
  if (!normaliseTrackingCode(typed)) return null;
  await assertRoom('trackingGuess', clientAddress);
  const reporter = await reporterByCode(typed);
  if (!reporter) await hit('trackingGuess', clientAddress);
  return reporter;
}
