import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaffActor } from '#lib/access/actor.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { staffCase } from '#lib/submissions/queries/staff-case.ts';
import { viewContact } from '#lib/submissions/queries/staff-contact.ts';
import { staffCounts } from '#lib/submissions/queries/staff-counts.ts';
import { deskOf } from '#lib/submissions/queries/staff-desk.ts';
import { asRole, staff } from '#tests/factories/staff.ts';
import { emptyLists, listed, refused } from '#tests/factories/staff-lists.ts';
import { aSubmission, type Case, give } from '#tests/factories/submission.ts';

let infoline: StaffActor;
let zdmk: StaffActor;
let zzm: StaffActor;

beforeAll(async () => {
  infoline = await staff('infolinia');
  zdmk = await staff('zdmk');
  zzm = await staff('zzm');
});

beforeEach(emptyLists);
afterEach(() => shiftClock(0));

const forward = (submission: Case, department: string) =>
  give(submission, infoline, 'forward', { department });

describe('who sees what', () => {
  let mine: Case;
  beforeEach(async () => {
    mine = await aSubmission({ email: 'own@example.com', name: 'Ola' });
    await forward(mine, 'ZDMK');
  });

  it('a department lists, counts and opens its own cases, and no others', async () => {
    expect(await listed(zdmk, { tab: 'to-take' })).toEqual([mine.reference]);
    expect((await staffCounts(zdmk))['to-take']).toEqual({ shown: 1, more: false });
    expect((await staffCase(zdmk, mine.reference, 'pl')).abilities).toContain('take');
    for (const tab of ['today', 'to-take', 'all']) expect(await listed(zzm, { tab })).toEqual([]);
    expect(Object.values(await staffCounts(zzm)).map((count) => count?.shown)).toEqual(Array(7).fill(0));
    expect(await refused(staffCase(zzm, mine.reference, 'pl'))).toBe('NOT_FOUND');
    expect(await refused(viewContact(zzm, mine.reference, 'r'))).toBe('NOT_FOUND');
    expect(await listed(zzm, { q: 'dziura' })).toEqual([]);
  });

  it('a filter by another department widens nothing', async () => {
    expect(await listed(zzm, { tab: 'all', department: 'ZDMK' })).toEqual([]);
  });

  it('a case that was returned is gone from its list, and from its eyes', async () => {
    await give(mine, zdmk, 'return', { reasonCode: 'OTHER', reason: 'Nie nasze.' });
    expect(await listed(zdmk, { tab: 'all' })).toEqual([]);
    expect(await refused(staffCase(zdmk, mine.reference, 'pl'))).toBe('NOT_FOUND');
  });

  it('a lead reads the whole department', async () => {
    expect(await listed(await staff('zdmk.kierownik'), { tab: 'to-take' })).toEqual([mine.reference]);
  });

  it('an auditor reads everything and may do nothing', async () => {
    const auditor = await staff('audyt');
    expect(await listed(auditor, { tab: 'departments' })).toEqual([mine.reference]);
    const seen = await staffCase(auditor, mine.reference, 'pl');
    expect([seen.abilities, seen.contact, seen.proposal]).toEqual([
      [],
      { given: true, erased: false, masked: null },
      null,
    ]);
    expect(await refused(viewContact(auditor, mine.reference, 'r'))).toBe('FORBIDDEN');
  });

  it('an administrator has no desk and sees no case', async () => {
    const administrator = await staff('admin');
    expect(deskOf(administrator)).toBe('none');
    expect(await listed(administrator, { tab: 'all' })).toEqual([]);
    expect(await staffCounts(administrator)).toEqual({});
    expect(await refused(staffCase(administrator, mine.reference, 'pl'))).toBe('NOT_FOUND');
  });

  it('a department without a code sees nothing', async () => {
    expect(await listed(asRole('OFFICER'), { tab: 'all' })).toEqual([]);
  });

  it('only a supervisor may open an ended case again', async () => {
    await give(mine, zdmk, 'resolve', { outcome: 'FIXED', explanation: 'Zrobione.' });
    const may = async (actor: StaffActor) => (await staffCase(actor, mine.reference, 'pl')).abilities;
    expect(await may(await staff('kierownik'))).toContain('object');
    expect(await may(infoline)).not.toContain('object');
    expect(await may(zdmk)).not.toContain('object');
  });
});
