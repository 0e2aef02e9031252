import { beforeEach, describe, expect, it } from 'vitest';
import { POST } from '#app/api/links/route.ts';
import { db } from '#lib/platform/db.ts';
import { sentMails, workOffJobs } from '#tests/factories/jobs.ts';
import { callRoute } from '#tests/factories/request.ts';
import { aSubmission, type Case } from '#tests/factories/submission.ts';

const ask = (fields: Record<string, string>, as: 'form' | 'json' = 'form') =>
  callRoute(POST, '/api/links', { [as]: fields });

const sent = async () => (await sentMails()).filter(({ subject }) => subject.startsWith('Link'));
const linkEvents = ({ id }: Case) => db.event.count({ where: { submissionId: id, type: 'resend-link' } });

let submission: Case;
const email = 'Jan.Kowalski@Example.com';

beforeEach(async () => {
  submission = await aSubmission({ email });
});

describe('a lost link', () => {
  it('is sent again to the address of the case, whatever way both are typed', async () => {
    const number = submission.reference.replace('KRK-', 'krk ').replace(/-0*/, ' ');
    const response = await ask({ reference: number, email: ' jan.kowalski@EXAMPLE.com ' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/sledz?wyslano=1');
    await workOffJobs();
    const mail = (await sent()).at(-1);
    expect(mail).toMatchObject({ to: email.toLowerCase(), code: submission.code });
    const audited = await db.auditEntry.findMany({ where: { subject: submission.reference } });
    expect(audited).toMatchObject([{ action: 'link.resent', actorKind: 'anonymous' }]);
  });

  it('looks and lasts the same when number and address do not belong together', async () => {
    const wishes = [
      { reference: submission.reference, email },
      { reference: submission.reference, email: 'inna@example.com' },
      { reference: 'KRK-2026-999999', email },
    ];
    const answers = [];
    for (const wish of wishes) {
      const began = performance.now();
      const response = await ask(wish, 'json');
      answers.push({ status: response.status, body: await response.text() });
      expect(performance.now() - began).toBeGreaterThanOrEqual(390);
    }
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(answers[0]?.status).toBe(202);
    const before = (await sent()).length;
    await workOffJobs();
    expect((await sent()).length).toBe(before + 1);
    expect(await linkEvents(submission)).toBe(1);
  });

  it('fills nobody’s mailbox: a few times an hour for one case, from however many addresses', async () => {
    for (let times = 0; times < 7; times += 1)
      expect((await ask({ reference: submission.reference, email })).status).toBe(303);
    expect(await linkEvents(submission)).toBe(5);
  });

  it('says what cannot be a number or an address', async () => {
    const response = await ask({ reference: 'moja sprawa', email: 'jan' }, 'json');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errors: {
        reference: [{ key: 'validation.referenceInvalid' }],
        email: [{ key: 'validation.emailNoAt' }],
      },
    });
  });

  it('leads back only to pages of ours', async () => {
    const wish = { reference: submission.reference, email };
    const next = async (path: string) => (await ask({ ...wish, next: path })).headers.get('location');
    expect(await next('/uk/sledz?wyslano=1')).toBe('/uk/sledz?wyslano=1');
    expect(await next('//example.com')).toBe('/sledz?wyslano=1');
  });

  it('leaves the case as it was', async () => {
    const before = await db.submission.findUniqueOrThrow({ where: { id: submission.id } });
    await ask({ reference: submission.reference, email });
    expect(await db.submission.findUniqueOrThrow({ where: { id: submission.id } })).toEqual(before);
  });
});
