import type { Draft } from '#lib/generated/prisma/client.ts';
import { now } from '#lib/platform/clock.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { type DraftData, readDraftData } from '../draft-data.ts';
import type { DraftOwner } from '../owner.ts';
import { assertAlive, assertOwned, isDraftId } from '../ownership.ts';

/** Reads the draft and holds its row, so that two tabs and two clicks follow one another. */
export async function lockDraft(tx: Tx, owner: DraftOwner, id: string): Promise<Draft> {
  if (isDraftId(id)) {
    await tx.$queryRaw`SELECT "id" FROM "people"."Draft" WHERE "id" = ${id}::uuid FOR UPDATE`;
  }
  const row = isDraftId(id) ? await tx.draft.findUnique({ where: { id } }) : null;
  const draft = assertOwned(row, owner);
  assertAlive(draft);
  return draft;
}

export type Change = (data: DraftData, tx: Tx, draft: Draft) => DraftData | Promise<DraftData>;

/** Changes the answers of a draft that is not sent yet. False: it was sent, nothing changed. */
export async function changeDraft(owner: DraftOwner, id: string, change: Change): Promise<boolean> {
  return inTransaction(async (tx) => {
    const draft = await lockDraft(tx, owner, id);
    if (draft.submissionId !== null) return false;
    const data = await change(readDraftData(draft.data), tx, draft);
    await tx.draft.update({
      where: { id },
      data: { data, updatedAt: now(), version: { increment: 1 } },
    });
    return true;
  });
}
