import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';

/** Sessions signed out before their time, by the id of their token. */
export async function hasEnded(id: string): Promise<boolean> {
  return (await db.endedSession.findUnique({ where: { id } })) !== null;
}

/** Keeps the end until the cookie would have run out by itself. Ending twice is ending once. */
export async function rememberEnd(id: string, expiresAt: Date): Promise<void> {
  await db.endedSession.upsert({ where: { id }, create: { id, expiresAt }, update: {} });
}

/** Forgets ends that no cookie needs any more; the worker calls it. */
export async function sweepEndedSessions(): Promise<number> {
  const { count } = await db.endedSession.deleteMany({ where: { expiresAt: { lt: now() } } });
  return count;
}
