import type { Tx } from '#lib/platform/db.ts';
import { publicSearchText } from '../public-search-text.ts';
import type { Command } from '../words.ts';

/** Commands after which the public may read something else than before. */
const CHANGES_WORDS: readonly Command[] = [
  'release',
  'publish',
  'hide',
  'withdraw',
  'edit',
  'correct',
  'accept-kind',
  'convert',
];

/** Writes anew what everybody may search in, after a command that may have changed it. */
export async function refreshSearchText(tx: Tx, submissionId: string, command: Command): Promise<void> {
  if (!CHANGES_WORDS.includes(command)) return;
  // Held as it is: who makes it sensitive at this moment waits, or is waited for.
  await tx.$queryRaw`SELECT 1 FROM "Category" WHERE "code" =
    (SELECT "categoryCode" FROM "Submission" WHERE "id" = ${submissionId}::uuid) FOR SHARE`;
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      publicTitle: true,
      publicText: true,
      category: { select: { sensitive: true } },
      places: { where: { main: true }, select: { address: true }, take: 1 },
    },
  });
  const searchText = publicSearchText(row, row.places[0]?.address ?? null, row.category.sensitive);
  await tx.submission.update({ where: { id: submissionId }, data: { searchText } });
}
