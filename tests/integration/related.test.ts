import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '#lib/access/actor.ts';
import { staffCase } from '#lib/submissions/queries/staff-case.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

const HERE = { lat: 50.0712, lng: 19.9981 };
const metresNorth = (metres: number) => ({ lat: HERE.lat + metres / 111_195, lng: HERE.lng });

let infoline: StaffActor;
let zdmk: StaffActor;

beforeAll(async () => {
  infoline = await staff('infolinia');
  zdmk = await staff('zdmk');
});

const seenBy = (actor: StaffActor, { reference }: Case) => staffCase(actor, reference, 'pl');
const referencesOf = (cases: { reference: string }[]) => cases.map(({ reference }) => reference);

describe('linked cases', () => {
  it('are shown on both pages, and only once however often it is said', async () => {
    const [a, b] = [await aSubmission(), await aSubmission()];
    await give(a, infoline, 'link', { of: b.reference, note: 'Ta sama ulica.' });
    expect(referencesOf((await seenBy(infoline, a)).linked)).toEqual([b.reference]);
    expect(referencesOf((await seenBy(infoline, b)).linked)).toEqual([a.reference]);
    await expect(give(b, infoline, 'link', { of: a.reference })).rejects.toMatchObject({ code: 'INVALID' });
    await give(b, infoline, 'unlink', { of: a.reference });
    expect((await seenBy(infoline, a)).linked).toEqual([]);
  });

  it('of others are seen as everybody sees them, and private ones not at all', async () => {
    const mine = await aSubmission();
    await give(mine, infoline, 'forward', { department: 'ZDMK' });
    const [theirs, question] = [await aSubmission(), await aSubmission({ kind: 'QUESTION' })];
    await give(mine, infoline, 'link', { of: theirs.reference });
    await give(mine, infoline, 'link', { of: question.reference });
    const { linked } = await seenBy(zdmk, mine);
    expect(linked).toMatchObject([{ reference: theirs.reference, atDesk: false, address: null }]);
    await expect(give(mine, zdmk, 'link', { of: question.reference })).rejects.toMatchObject({
      code: 'INVALID',
    });
  });

  it('need another case that is there', async () => {
    const a = await aSubmission();
    for (const of of [a.reference, 'KRK-2026-999999', 'coś']) {
      await expect(give(a, infoline, 'link', { of })).rejects.toMatchObject({ code: 'INVALID' });
    }
  });
});

describe('similar cases', () => {
  it('are the same category within 250 m, the nearest first, without those that are linked, gone or far', async () => {
    const a = await aSubmission(HERE);
    const near = await aSubmission(metresNorth(40));
    const nearer = await aSubmission(metresNorth(10));
    const linked = await aSubmission(metresNorth(20));
    const withdrawn = await aSubmission(metresNorth(5));
    await aSubmission(metresNorth(260));
    await aSubmission({ ...metresNorth(5), category: 'kosz' });
    await give(a, infoline, 'link', { of: linked.reference });
    await give(withdrawn, reporterOf(withdrawn), 'withdraw', {});
    const { similar } = await seenBy(infoline, a);
    expect(referencesOf(similar)).toEqual([nearer.reference, near.reference]);
    expect(similar[0]?.metres).toBe(10);
  });

  it('are only those that the department may open', async () => {
    const at = { lat: 50.05, lng: 20.02 };
    const [a, b] = [await aSubmission(at), await aSubmission(at)];
    await aSubmission(at);
    for (const one of [a, b]) await give(one, infoline, 'forward', { department: 'ZDMK' });
    expect(referencesOf((await seenBy(zdmk, a)).similar)).toEqual([b.reference]);
  });
});
