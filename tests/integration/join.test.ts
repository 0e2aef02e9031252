import { describe, expect, it } from 'vitest';
import { type Actor, ANONYMOUS } from '#lib/access/actor.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import { joinCase } from '#lib/submissions/commands/join.ts';
import type { Channel } from '#lib/submissions/words.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import { anAddress, mailsTo, subjectsTo } from '#tests/factories/notified.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give } from '#tests/factories/submission.ts';

type Who = { name?: string; email?: string; phone?: string; locale?: string };

async function join(actor: Actor, { id }: Case, who: Who, channel: Channel = 'PHONE') {
  await warmUpJobs();
  const person = { name: who.name ?? null, email: who.email ?? null, phone: who.phone ?? null };
  return inTransaction((tx) => joinCase(tx, actor, id, { ...person, locale: who.locale }, channel));
}

let numbers = 600_200_000;
const aPhone = () => {
  numbers += 1;
  return String(numbers);
};

describe('a person added to a case by staff', () => {
  it('counts at once, follows it, and is one person by address and by phone', async () => {
    const problem = await aSubmission();
    const consultant = await staff('infolinia');
    const [email, phone] = [anAddress(), aPhone()];
    const first = await join(consultant, problem, { name: 'Ola', email, locale: 'uk' });
    expect(first).toEqual({ reference: problem.reference, joined: true, supportCount: 1 });
    expect(await join(consultant, problem, { email: email.toUpperCase(), phone })).toMatchObject({
      joined: false,
      supportCount: 1,
    });
    expect(await join(consultant, problem, { phone: `+48 ${phone}` })).toMatchObject({ joined: false });
    expect(await join(consultant, problem, { phone: aPhone() })).toMatchObject({
      joined: true,
      supportCount: 2,
    });
    expect(await db.support.findMany({ where: { submissionId: problem.id, email } })).toMatchObject([
      { name: 'Ola', phone: `+48${phone}`, channel: 'PHONE' },
    ]);
    await give(problem, consultant, 'forward', { department: 'ZDMK' });
    await workOffJobs();
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.links.some((link) => link.includes('/uk/poparcie/'))).toBe(true);
  });

  it('without an address and a phone is one more each time', async () => {
    const problem = await aSubmission();
    await join(await staff('infolinia'), problem, {});
    expect(await join(await staff('infolinia'), problem, {})).toMatchObject({ supportCount: 2 });
  });

  it('is not the person who reported it', async () => {
    const [email, phone] = [anAddress(), aPhone()];
    const problem = await aSubmission({ email, phone });
    for (const who of [{ email }, { phone }])
      expect(await join(await staff('infolinia'), problem, who)).toMatchObject({
        joined: false,
        supportCount: 0,
      });
  });

  it.each([
    ['nobody', ANONYMOUS, 'PROBLEM', 'FORBIDDEN'],
    ['nobody', ANONYMOUS, 'QUESTION', 'NOT_FOUND'],
    ['a consultant', 'infolinia', 'QUESTION', 'NOT_ALLOWED_NOW'],
    ['an officer', 'zdmk', 'QUESTION', 'NOT_FOUND'],
    ['an auditor', 'audyt', 'PROBLEM', 'FORBIDDEN'],
  ] as const)('by %s (%#) is refused with %s', async (_who, actor, kind, code) => {
    const submission = await aSubmission({ kind });
    const asker = typeof actor === 'string' ? await staff(actor) : actor;
    await expect(join(asker, submission, {})).rejects.toMatchObject({ code });
  });

  it('to a case nobody works on any more is refused', async () => {
    const problem = await aSubmission();
    const consultant = await staff('infolinia');
    await give(problem, consultant, 'answer', { explanation: 'Już jest.' });
    await expect(join(consultant, problem, {})).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    await expect(join(consultant, await aSubmission(), { phone: '12' })).rejects.toMatchObject({
      code: 'INVALID',
    });
  });

  it('goes over to the other case with a duplicate, each once, and still hears of the first', async () => {
    const consultant = await staff('infolinia');
    const [one, other] = [await aSubmission(), await aSubmission()];
    const [both, only] = [anAddress(), anAddress()];
    await join(consultant, one, { email: both });
    await join(consultant, one, { email: only });
    await join(consultant, other, { email: both });
    await give(one, consultant, 'duplicate', { of: other.reference });
    await workOffJobs();
    const row = await db.submission.findUniqueOrThrow({ where: { id: other.id } });
    expect(row.supportCount).toBe(2);
    expect((await subjectsTo(only)).sort()).toEqual(['Połączone z innym', 'Twój głos się liczy']);
  });
});
