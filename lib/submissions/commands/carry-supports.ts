import type { Submission } from '#lib/generated/prisma/client.ts';
import { now } from '#lib/platform/clock.ts';
import type { Tx } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { supportKeyHash } from '../support-key.ts';
import { countSupport } from './count-support.ts';

const PAGE = 500;

/**
 * Whoever supported a duplicate supports the other case from now on, each person once, and whoever reported that one not
 * at all: they are counted as its reporter. What they said of the duplicate stays with it, so that they hear what became
 * of it. Both cases are held.
 */
export async function carrySupports(tx: Tx, fromId: string, to: Submission): Promise<void> {
  let carried = 0;
  let after: string | undefined;
  for (;;) {
    const page = await tx.support.findMany({
      where: {
        submissionId: fromId,
        verifiedAt: { not: null },
        withdrawnAt: null,
        erasedAt: null,
        ...(after && { id: { gt: after } }),
      },
      orderBy: { id: 'asc' },
      take: PAGE,
    });
    carried += await copy(tx, page, to.id);
    after = page.at(-1)?.id;
    if (page.length < PAGE) break;
  }
  if (carried > 0) await countSupport(tx, to, carried);
}

type Supports = Awaited<ReturnType<Tx['support']['findMany']>>;
type Keys = { emailHash: string | null; phoneHash: string | null };

/** How many count at the other case from now on: copied, or asked for there and not confirmed yet. */
async function copy(tx: Tx, page: Supports, submissionId: string): Promise<number> {
  const there = await tx.support.findMany({
    where: {
      submissionId,
      OR: [
        { emailHash: { in: page.flatMap(({ emailHash }) => emailHash ?? []) } },
        { phoneHash: { in: page.flatMap(({ phoneHash }) => phoneHash ?? []) } },
      ],
    },
    select: { id: true, emailHash: true, phoneHash: true, verifiedAt: true, withdrawnAt: true },
  });
  const reporters = await tx.contact.findMany({
    where: { submissionId },
    select: { emailHash: true, phoneHash: true },
  });
  const known = amongThem([...there, ...reporters]);
  const rows = page
    .filter((support) => !known(support))
    .map((support) => {
      const id = newId();
      return { ...support, id, submissionId, linkVersion: 1, keyHash: supportKeyHash(id, 1) };
    });
  await tx.support.createMany({ data: rows });
  const asked = there.filter((one) => !one.verifiedAt && !one.withdrawnAt && !amongThem(reporters)(one));
  const id = { in: asked.map((one) => one.id) };
  await tx.support.updateMany({ where: { id }, data: { verifiedAt: now() } });
  return rows.length + asked.length;
}

/** Whether somebody is one of these people, by address or by phone. */
function amongThem(people: readonly Keys[]): (person: Keys) => boolean {
  const keys = new Set(people.flatMap(({ emailHash, phoneHash }) => [emailHash, phoneHash]));
  return ({ emailHash, phoneHash }) =>
    (emailHash !== null && keys.has(emailHash)) || (phoneHash !== null && keys.has(phoneHash));
}
