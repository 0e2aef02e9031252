import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS, type StaffActor } from '#lib/access/actor.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { readListFilter } from '#lib/submissions/list-filter.ts';
import { gridBox } from '#lib/submissions/map-grid.ts';
import { countUpToSql, unplacedSql } from '#lib/submissions/queries/map-sql.ts';
import { daysSql } from '#lib/submissions/queries/public-find-sql.ts';
import { openNearbySql } from '#lib/submissions/queries/similar.ts';
import { countsSql } from '#lib/submissions/queries/staff-counts.ts';
import { readQueueFilter } from '#lib/submissions/queries/staff-filter.ts';
import { conditions, inStatuses, type TabRule, tabRule } from '#lib/submissions/queries/staff-queue-rules.ts';
import { bringMany } from '#tests/factories/many-cases.ts';
import { planOf } from '#tests/factories/plan.ts';
import { staff } from '#tests/factories/staff.ts';

const { sql } = Prisma;

beforeAll(async () => {
  await bringMany();
  await db.$executeRaw`VACUUM ANALYZE`;
}, 120_000);

describe('nothing of it reads all there is', () => {
  const listSql = (actor: StaffActor, query: Record<string, string>) =>
    sql`SELECT s."id" FROM "Submission" s WHERE ${conditions(actor, readQueueFilter({ tab: 'all', ...query }, 'triage'))}
      ORDER BY s."changedAt" DESC, s."id" DESC LIMIT 26`;
  const queueSql = ({ statuses, where }: TabRule) =>
    sql`SELECT s."id" FROM "Submission" s WHERE ${inStatuses(statuses ?? [], sql`s."status" = 'RECEIVED'`)} AND ${where}
      ORDER BY s."dueAt", s."id" LIMIT 26`;
  const everywhere = { kind: 'PROBLEM' as const, lat: 50.06, lng: 19.94 };

  it.each([
    [
      'days',
      async () =>
        daysSql({
          actor: ANONYMOUS,
          filter: readListFilter({ from: '2015-03-10', to: '2015-05-05' }),
          cursor: null,
          backwards: false,
          take: 21,
        }),
      /Index Only Scan using "Submission_month_changedAt_id"/,
      /Seq Scan on "Submission"/,
    ],
    [
      'the counts beside a queue',
      async () => countsSql(await staff('infolinia'), ['new', 'returned', 'departments', 'objected']),
      /Submission_open_/,
      /Seq Scan on "Submission"/,
    ],
    [
      'texts that wait for a look',
      async () => listSql(await staff('infolinia'), { unreleased: '1' }),
      /Submission_unreleased_changedAt_id/,
      /Seq Scan on "Submission"/,
    ],
    [
      'texts that were stopped',
      async () => listSql(await staff('infolinia'), { findings: '1' }),
      /Submission_findings_changedAt_id/,
      /Seq Scan on "Submission"/,
    ],
    [
      'what has no place, of a kind and a category,',
      async () => unplacedSql(readListFilter({ kind: 'IDEA', category: 'kosz' })),
      /MapPoint_(category_strip_y_x|unplaced_submissionId)/,
      /Seq Scan on "MapPoint"/,
    ],
    [
      'what is open in an area',
      async () =>
        countUpToSql(1001, readListFilter({ status: 'open' }), gridBox([19.93, 50.05, 19.95, 50.07])),
      /Index Only Scan using "MapPoint_open_strip_y_x"/,
      /Seq Scan on "MapPoint"/,
    ],
    [
      'objections',
      async () => queueSql(tabRule(await staff('kierownik'), 'triage', 'objected')),
      /Submission_objected_dueAt_id/,
      /Seq Scan on "Submission"/,
    ],
    [
      'what came back twice',
      async () => queueSql(tabRule(await staff('kierownik'), 'triage', 'returned-often')),
      /Submission_returned_often_dueAt_id/,
      /Seq Scan on "Submission"/,
    ],
    [
      'open cases nearby',
      async () => openNearbySql(await staff('infolinia'), everywhere),
      /Index Only Scan using "MapPoint_open_strip_y_x"/,
      /Seq Scan on "(MapPoint|Place)"/,
    ],
  ] as const)('%s are found by their index', async (_, query, index, all) => {
    const plan = await planOf(await query());
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(all);
  });
});
