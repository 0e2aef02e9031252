import type { Kind, ReplyTemplate } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/ids.ts';
import type { ReplyChoice } from './reply-dto.ts';
import type { ReplyCommand } from './reply-schema.ts';

/** For which case, and which command of it, words are looked for. */
export type ReplyNeed = { command: ReplyCommand; kind: Kind; category: string; department: string | null };

const MOST = 100;

/** What fits: templates for everything, and those for exactly this kind, category and department. */
const fits = ({ command, kind, category, department }: ReplyNeed) => ({
  command,
  active: true,
  AND: [
    { OR: [{ kind: null }, { kind }] },
    { OR: [{ categoryCode: null }, { categoryCode: category }] },
    { OR: [{ departmentCode: null }, { departmentCode: department }] },
  ],
});

/** The templates for a case, those made for just such cases first. Staff alone ask for them. */
export async function repliesFor(need: ReplyNeed): Promise<ReplyChoice[]> {
  const rows = await db.replyTemplate.findMany({
    where: fits(need),
    orderBy: [{ position: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
  return rows.sort((a, b) => special(b) - special(a)).map(({ id, name }) => ({ id, name }));
}

/** How many things a template asks of a case. */
function special({ kind, categoryCode, departmentCode }: ReplyTemplate): number {
  return [categoryCode, departmentCode, kind].filter((one) => one !== null).length;
}

/** One template, if it fits the case; null for every other. */
export async function findReply(id: string, need: ReplyNeed): Promise<ReplyTemplate | null> {
  return isId(id) ? db.replyTemplate.findFirst({ where: { AND: [{ id }, fits(need)] } }) : null;
}
