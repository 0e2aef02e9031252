import { type Db, db } from '#lib/platform/db.ts';
import type { RecordKind, Usage } from './record-dto.ts';

/** What a record is used by at the moment; nothing for kinds that nothing depends on. */
export async function usageOf(kind: RecordKind, id: string, client: Db = db): Promise<Usage> {
  const counts =
    kind === 'jednostki' ? departmentUse(id, client) : kind === 'kategorie' ? categoryUse(id, client) : [];
  return (await Promise.all(counts)).filter(({ count }) => count > 0);
}

type Counted = Promise<Usage[number]>;

const counted = async (what: Usage[number]['what'], count: Promise<number>) => ({ what, count: await count });

function departmentUse(code: string, client: Db): Counted[] {
  return [
    counted('assignments', client.assignment.count({ where: { departmentCode: code, endedAt: null } })),
    counted('categories', client.category.count({ where: { departmentCode: code, active: true } })),
    counted('rules', client.routingRule.count({ where: { departmentCode: code } })),
    counted('staff', client.staffUser.count({ where: { departmentCode: code, active: true } })),
  ];
}

function categoryUse(code: string, client: Db): Counted[] {
  return [
    counted(
      'cases',
      client.submission.count({ where: { categoryCode: code, status: { notIn: ['RESOLVED', 'CLOSED'] } } }),
    ),
    counted('rules', client.routingRule.count({ where: { categoryCode: code } })),
  ];
}
