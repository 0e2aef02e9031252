import type { Support } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { supportKeyHash } from '../support-key.ts';
import type { Identified } from '../supporter.ts';
import type { Channel } from '../words.ts';

/** The same person at the same case, by address first. The caller holds the case. */
export async function sameSupporter(tx: Tx, submissionId: string, who: Identified): Promise<Support | null> {
  for (const key of ['emailHash', 'phoneHash'] as const) {
    const found = who[key] && (await tx.support.findFirst({ where: { submissionId, [key]: who[key] } }));
    if (found) return found;
  }
  return null;
}

type NewSupport = Identified & {
  submissionId: string;
  locale: string;
  channel: Channel;
  createdAt: Date;
  verifiedAt: Date | null;
};

export async function createSupport(tx: Tx, support: NewSupport): Promise<string> {
  const id = newId();
  await tx.support.create({ data: { id, keyHash: supportKeyHash(id, 1), ...support } });
  return id;
}
