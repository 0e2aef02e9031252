import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '#lib/platform/env.ts';

/** One erasure, in hashes and ids: enough to do it again, too little to say whose it was. */
export type LedgerEntry = {
  id: string;
  at: string;
  emailHash: string | null;
  phoneHash: string | null;
  submissionId: string | null;
  endLinks: boolean;
};

/**
 * The ledger lies beside the database too: a backup from before an erasure knows nothing of it, and brings back what
 * was erased. Keep the file where the backups are not.
 */
const file = () => path.join(/* turbopackIgnore: true */ env.DATA_DIR, 'erasures.jsonl');

export async function noteErasure(entry: LedgerEntry): Promise<void> {
  await appendFile(file(), `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
}

/** Every erasure that was ever noted here, the oldest first; a line that was cut off by a crash is left out. */
export async function notedErasures(): Promise<LedgerEntry[]> {
  const text = await readFile(file(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as LedgerEntry] : [];
    } catch {
      return [];
    }
  });
}
