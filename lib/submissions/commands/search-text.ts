import type { Tx } from '#lib/platform/db.ts';
import { fold } from '#lib/platform/stem.ts';
import type { Command } from '../words.ts';

/** Commands after which the public may read something else than before. */
const CHANGES_WORDS: readonly Command[] = ['release', 'publish', 'hide', 'withdraw', 'edit', 'correct'];

/**
 * Writes what everybody may search in: the released text and, unless the category is sensitive, the address. Empty
 * while nothing is released, so that a search can never tell what a page would not show.
 */
export async function refreshSearchText(tx: Tx, submissionId: string, command: Command): Promise<void> {
  if (!CHANGES_WORDS.includes(command)) return;
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      publicTitle: true,
      publicText: true,
      category: { select: { sensitive: true } },
      places: { where: { main: true }, select: { address: true }, take: 1 },
    },
  });
  const address = row.category.sensitive ? null : row.places[0]?.address;
  const searchText =
    row.publicText === null ? null : fold([row.publicTitle, row.publicText, address].join(' '));
  await tx.submission.update({ where: { id: submissionId }, data: { searchText } });
}
