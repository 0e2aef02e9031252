import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { switchAccount } from '#lib/staff/commands/switch-account.ts';
import { staffCase } from '#lib/submissions/queries/staff-case.ts';
import { deskOf } from '#lib/submissions/queries/staff-desk.ts';
import { readQueueFilter } from '#lib/submissions/queries/staff-filter.ts';
import { staffQueue } from '#lib/submissions/queries/staff-queue.ts';
import type { QueueTab } from '#lib/submissions/staff-dto.ts';
import { hire, staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

let infoline: StaffActor;
let other: StaffActor;
let zdmk: StaffActor;
let mate: StaffActor;
let lead: StaffActor;

beforeAll(async () => {
  infoline = await staff('infolinia');
  other = await staff('infolinia2');
  zdmk = await staff('zdmk');
  mate = await hire('OFFICER', 'ZDMK');
  lead = await staff('zdmk.kierownik');
});

const rowOf = ({ id }: Case) => db.submission.findUniqueOrThrow({ where: { id } });

async function listed(actor: StaffActor, tab: QueueTab): Promise<string[]> {
  const filter = readQueueFilter({ tab }, deskOf(actor));
  return (await staffQueue(actor, filter, {}, 'pl')).items.map(({ reference }) => reference);
}

async function forwarded(): Promise<Case> {
  const submission = await aSubmission();
  await give(submission, infoline, 'forward', { department: 'ZDMK' });
  return submission;
}

describe('whose hands a case is in', () => {
  it('whoever takes it holds it, and hands it to a colleague of the department', async () => {
    const submission = await forwarded();
    await give(submission, zdmk, 'take', {});
    expect(await listed(zdmk, 'mine')).toContain(submission.reference);
    await give(submission, zdmk, 'hand-over', { colleague: mate.id, note: 'Bo jadę na urlop.' });
    expect(await listed(mate, 'mine')).toContain(submission.reference);
    expect(await listed(zdmk, 'mine')).not.toContain(submission.reference);
    const seen = await staffCase(mate, submission.reference, 'pl');
    expect(seen.handler).toEqual({ id: mate.id, name: mate.name, me: true });
    expect(seen.history[0]).toMatchObject({
      type: 'hand-over',
      visibility: 'INTERNAL',
      colleague: mate.name,
    });
  });

  it('what a colleague holds is that colleague’s to pass on, or the lead’s', async () => {
    const submission = await forwarded();
    await give(submission, mate, 'take', {});
    await expect(give(submission, zdmk, 'hand-over', { colleague: zdmk.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await staffCase(zdmk, submission.reference, 'pl')).abilities).not.toContain('hand-over');
    await give(submission, lead, 'hand-over', { colleague: zdmk.id });
    expect((await rowOf(submission)).handlerId).toBe(zdmk.id);
  });

  it('nobody out of reach can be given a case: another unit, the infoline, a closed account, nobody at all', async () => {
    const submission = await forwarded();
    const gone = await hire('OFFICER', 'ZDMK');
    await db.staffUser.update({ where: { id: gone.id }, data: { active: false } });
    const strangers = [await staff('zzm'), infoline, gone, await hire('AUDITOR', 'ZDMK')].map(({ id }) => id);
    for (const colleague of [...strangers, '00000000-0000-4000-8000-000000000000']) {
      await expect(give(submission, lead, 'hand-over', { colleague })).rejects.toMatchObject({
        code: 'INVALID',
      });
    }
    expect((await rowOf(submission)).handlerId).toBeNull();
  });

  it('at the infoline it goes between consultants while no department has it', async () => {
    const submission = await aSubmission();
    await give(submission, infoline, 'hand-over', { colleague: other.id });
    expect(await listed(other, 'mine')).toContain(submission.reference);
    await give(submission, infoline, 'forward', { department: 'ZDMK' });
    expect((await rowOf(submission)).handlerId).toBeNull();
    await expect(give(submission, infoline, 'hand-over', { colleague: other.id })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    });
  });

  it('leaving the department it is in nobody’s hands; reopened there it is in the same', async () => {
    const submission = await forwarded();
    await give(submission, zdmk, 'take', {});
    await give(submission, zdmk, 'resolve', { outcome: 'FIXED', explanation: 'Zrobione.' });
    await give(submission, reporterOf(submission), 'object', { objection: 'Nie.' });
    expect((await rowOf(submission)).handlerId).toBe(zdmk.id);
    await give(submission, zdmk, 'return', { reasonCode: 'OTHER', reason: 'Jednak nie nasze.' });
    expect((await rowOf(submission)).handlerId).toBeNull();
  });
});

describe('an account that ends', () => {
  it('holds nothing any more', async () => {
    const submission = await forwarded();
    await give(submission, mate, 'take', {});
    await switchAccount(await staff('admin'), { id: mate.id, to: 'disable', mail: false });
    expect((await rowOf(submission)).handlerId).toBeNull();
  });
});

describe('returned to me', () => {
  it('holds what I sent to a department and it sent back, and nobody else’s', async () => {
    const submission = await forwarded();
    expect(await listed(infoline, 'returned-to-me')).not.toContain(submission.reference);
    await give(submission, zdmk, 'return', { reasonCode: 'NOT_OURS', reason: 'To ZZM.' });
    expect(await listed(infoline, 'returned-to-me')).toContain(submission.reference);
    expect(await listed(other, 'returned-to-me')).not.toContain(submission.reference);
    await give(submission, other, 'forward', { department: 'ZZM' });
    expect(await listed(infoline, 'returned-to-me')).not.toContain(submission.reference);
    expect((await rowOf(submission)).forwardedById).toBe(other.id);
  });

  it('a department that passes a case to its sister does not become the one it returns to', async () => {
    const submission = await forwarded();
    await give(submission, zdmk, 'forward', { department: 'ZZM' });
    expect((await rowOf(submission)).forwardedById).toBe(infoline.id);
  });
});

describe('a reply', () => {
  it('stands out in the list until somebody acts', async () => {
    const submission = await forwarded();
    await give(submission, zdmk, 'ask', { question: 'Gdzie?' });
    await give(submission, reporterOf(submission), 'reply', { reply: 'Przy bramie.' });
    expect((await staffCase(zdmk, submission.reference, 'pl')).replied).toBe(true);
    await give(submission, zdmk, 'note', { note: 'Przeczytane.' });
    expect((await rowOf(submission)).repliedAt).not.toBeNull();
    await give(submission, zdmk, 'take', {});
    expect((await rowOf(submission)).repliedAt).toBeNull();
  });
});

describe('a place in a list that was written for another order', () => {
  it('is no place: the list begins at its top, and does not fail', async () => {
    await aSubmission();
    const after = Buffer.from(`9.1.${infoline.id}`).toString('base64url');
    const filter = readQueueFilter({ tab: 'all', sort: 'changed' }, deskOf(infoline));
    const page = await staffQueue(infoline, filter, { after }, 'pl');
    expect(page.items.length).toBeGreaterThan(0);
    expect(page.previous).toBeNull();
  });
});
