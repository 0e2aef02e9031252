import { beforeEach, describe, expect, it } from 'vitest';
import { POST as rules } from '#app/api/rules/[category]/route.ts';
import { ROLES } from '#lib/access/actor.ts';
import { editRules } from '#lib/directory/commands/edit-rules.ts';
import { listRuledCategories, rulesOf, tryRoute } from '#lib/directory/editing/queries-rules.ts';
import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { historyOf } from '#lib/staff/queries/history.ts';
import { staffCase } from '#lib/submissions/queries/staff-case.ts';
import { callRoute } from '#tests/factories/request.ts';
import { hire, staff } from '#tests/factories/staff.ts';
import { aSubmission } from '#tests/factories/submission.ts';

describe('routing rules', () => {
  const CATEGORY = 'dziura-w-jezdni';
  const step = async (fields: Record<string, string>) => {
    const admin = await staff('admin');
    const { seen } = await rulesOf(admin, CATEGORY, 'pl');
    return callRoute(rules, `/api/rules/${CATEGORY}`, {
      as: admin,
      params: { category: CATEGORY },
      json: { seen, ...fields },
    });
  };
  const order = async () =>
    (await rulesOf(await staff('admin'), CATEGORY, 'pl')).rules.map(
      ({ district, department }) => `${district?.number ?? '*'} ${department.code}`,
    );

  beforeEach(async () => {
    await db.routingRule.deleteMany({ where: { categoryCode: CATEGORY } });
  });

  it('are added, moved and removed; the tester and the next forward follow', async () => {
    expect((await step({ step: 'add', district: '', department: 'ZZM' })).status).toBe(200);
    expect((await step({ step: 'add', district: '5', department: 'MPO' })).status).toBe(200);
    expect(await order()).toEqual(['5 MPO', '* ZZM']);
    const admin = await staff('admin');
    expect(await tryRoute(admin, { category: CATEGORY, district: 5 }, 'pl')).toMatchObject({ byRule: true });
    const filed = await aSubmission({ category: CATEGORY });
    const { district } = await staffCase(await staff('infolinia'), filed.reference, 'pl');
    const proposal = (await staffCase(await staff('infolinia'), filed.reference, 'pl')).proposal?.code;
    expect(proposal).toBe(district?.number === 5 ? 'MPO' : 'ZZM');
    const {
      rules: [first],
    } = await rulesOf(admin, CATEGORY, 'pl');
    await step({ step: `down ${first?.id}` });
    expect(await order()).toEqual(['* ZZM', '5 MPO']);
    await step({ step: `remove ${first?.id}` });
    expect(await order()).toEqual(['* ZZM']);
    const { entries } = await historyOf(admin, 'directory.edit', `rules:${CATEGORY}`);
    expect(entries[0]?.changes).toMatchObject({ rules: { to: [{ district: '*', department: 'ZZM' }] } });
  });

  it.each([
    [{ step: 'add', district: '5', department: '' }, 'department'],
    [{ step: 'add', district: '99', department: 'MPO' }, 'district'],
    [{ step: 'add', district: '1', department: 'NIKT' }, 'department'],
    [{ step: 'up not-an-id' }, 'target'],
  ])('are refused at their field: %o', async (fields, field) => {
    const answer = await step(fields as Record<string, string>);
    expect([answer.status, Object.keys(((await answer.json()) as { errors: object }).errors)]).toEqual([
      422,
      [field],
    ]);
  });

  it('have one rule for a place, and no step on rules that are others by now', async () => {
    await step({ step: 'add', district: '5', department: 'MPO' });
    expect((await step({ step: 'add', district: '5', department: 'ZZM' })).status).toBe(422);
    expect((await step({ step: 'add', district: '6', department: 'ZZM', seen: 'old' })).status).toBe(409);
    expect((await step({ step: `up ${newId()}` })).status).toBe(404);
  });
});

describe('who may change rules', () => {
  it.each(ROLES)('%s', async (role) => {
    const actor = await hire(role, ['OFFICER', 'LEAD'].includes(role) ? 'ZDMK' : null);
    const step = { step: 'up', seen: '', target: newId() } as const;
    const works = await Promise.allSettled([
      editRules(actor, { category: 'dziura-w-jezdni', step, requestId: 'a' }),
      rulesOf(actor, 'dziura-w-jezdni', 'pl'),
      listRuledCategories(actor, 'pl'),
      tryRoute(actor, { category: 'dziura-w-jezdni', district: 1 }, 'pl'),
    ]);
    const refused = works.filter((work) => work.status === 'rejected' && work.reason.code === 'FORBIDDEN');
    expect(refused).toHaveLength(role === 'ADMINISTRATOR' ? 0 : 4);
  });
});
