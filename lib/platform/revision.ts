import { db, type Tx } from './db.ts';
import { type Memo, memo } from './memo.ts';

/** What is kept in memory by every process and changed by hand; each has a number that rises with every change. */
export type RevisionKey = 'directory';

/** How long another process may go on without noticing. */
const CHECK_MS = 1_000;

const known = new Map<RevisionKey, Memo<number>>();

function numberOf(key: RevisionKey): Memo<number> {
  const kept =
    known.get(key) ??
    memo(CHECK_MS, async () => (await db.revision.findUnique({ where: { key } }))?.value ?? 0);
  known.set(key, kept);
  return kept;
}

/** For `memo`: the present number, at most a second old. One small read a second, however much is asked for. */
export function revisionOf(key: RevisionKey): () => Promise<number> {
  return () => numberOf(key).get();
}

/** Part of the change itself: what others hold in memory is old as soon as the change is there. */
export async function raiseRevision(tx: Tx, key: RevisionKey): Promise<void> {
  await tx.revision.upsert({
    where: { key },
    create: { key, value: 1 },
    update: { value: { increment: 1 } },
  });
}

/** After the change: this process sees it with its next read. */
export function noticeRevision(key: RevisionKey): void {
  numberOf(key).forget();
}
