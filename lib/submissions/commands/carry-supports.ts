import type { Submission } from '#lib/generated/prisma/client.ts';
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

async function copy(tx: Tx, page: Awaited<ReturnType<Tx['support']['findMany']>>, submissionId: string) {
  const there = await tx.support.findMany({
    where: {
      submissionId,
      OR: [
        { emailHash: { in: page.flatMap(({ emailHash }) => emailHash ?? []) } },
        { phoneHash: { in: page.flatMap(({ phoneHash }) => phoneHash ?? []) } },
      ],
    },
    select: { emailHash: true, phoneHash: true },
  });
  const reporter = await tx.contact.findMany({
    where: { submissionId },
    select: { emailHash: true, phoneHash: true },
  });
  const known = new Set(
    [...there, ...reporter].flatMap(({ emailHash, phoneHash }) => [emailHash, phoneHash]),
  );
  const fresh = page.filter(
    ({ emailHash, phoneHash }) =>
      !(emailHash && known.has(emailHash)) && !(phoneHash && known.has(phoneHash)),
  );
  const rows = fresh.map((support) => {
    const id = newId();
    return { ...support, id, submissionId, linkVersion: 1, keyHash: supportKeyHash(id, 1) };
  });
  await tx.support.createMany({ data: rows });
  return rows.length;
}
