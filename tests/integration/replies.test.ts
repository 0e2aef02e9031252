import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '#lib/access/actor.ts';
import type { ReplyCommand } from '#lib/directory/reply-schema.ts';
import { previewMail } from '#lib/notifications/queries/mail-preview.ts';
import { plainText } from '#lib/notifications/text.ts';
import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { filledReply } from '#lib/submissions/queries/filled-reply.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import { mailsTo } from '#tests/factories/notified.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give } from '#tests/factories/submission.ts';

let infoline: StaffActor;
let zdmk: StaffActor;

beforeAll(async () => {
  infoline = await staff('infolinia');
  zdmk = await staff('zdmk');
});

async function aTemplate(command: ReplyCommand, text: object, more: object = {}): Promise<string> {
  const row = { id: newId(), name: 'Próbny', command, text, ...more };
  return (await db.replyTemplate.create({ data: row })).id;
}

const fill = (actor: StaffActor, { reference }: Case, command: ReplyCommand, template: string, more = {}) =>
  filledReply(actor, { reference, command, template, requestId: newId(), ...more });

const ALL = '{{numer}}|{{kategoria}}|{{adres}}|{{dzielnica}}|{{jednostka}}|{{termin}}|{{infolinia}}|{{imie}}';

describe('a template filled in', () => {
  it('speaks of this case in the person’s language, or in Polish and says so', async () => {
    const id = await aTemplate('answer', { pl: 'Sprawa {{numer}}.', en: 'Case {{numer}}.' });
    const [english, ukrainian] = [await aSubmission({ locale: 'en' }), await aSubmission({ locale: 'uk' })];
    expect(await fill(infoline, english, 'answer', id)).toMatchObject({
      field: 'explanation',
      text: `Case ${english.reference}.`,
      locale: 'en',
      fallback: false,
    });
    expect(await fill(infoline, ukrainian, 'answer', id)).toMatchObject({
      text: `Sprawa ${ukrainian.reference}.`,
      locale: 'pl',
      fallback: true,
    });
  });

  it('tells the public no address before it is released, and never a name', async () => {
    const submission = await aSubmission({ address: 'Długa 7', name: 'Ada Nowak', email: 'ada@example.com' });
    const id = await aTemplate('resolve', { pl: ALL });
    const { text } = await fill(infoline, submission, 'resolve', id);
    expect(text).not.toMatch(/Długa|Ada|Nowak|ada@|\{\{/);
    await give(submission, infoline, 'release', { photos: [] });
    expect((await fill(infoline, submission, 'resolve', id)).text).toContain('Długa 7');
  });

  it('greets by name in a private answer, and the audit knows who looked', async () => {
    const question = await aSubmission({ kind: 'QUESTION', name: '  Ada  Nowak' });
    const id = await aTemplate('answer', { pl: 'Dzień dobry, {{imie}}.' });
    expect((await fill(infoline, question, 'answer', id)).text).toBe('Dzień dobry, Ada.');
    const views = { action: 'contact.viewed', subject: question.reference, staffId: infoline.id };
    expect(await db.auditEntry.count({ where: views })).toBe(1);
    const nameless = await aSubmission({ kind: 'QUESTION' });
    expect((await fill(infoline, nameless, 'answer', id)).text).toBe('Dzień dobry.');
  });

  it('takes what a resident wrote for words: braces in an address fill nothing in', async () => {
    const submission = await aSubmission({ address: '{{imie}} $& {{numer}}', name: 'Ada' });
    await give(submission, infoline, 'release', { photos: [] });
    const id = await aTemplate('resolve', { pl: 'Tu: {{adres}}.' });
    expect((await fill(infoline, submission, 'resolve', id)).text).toBe('Tu: {{imie}} $& {{numer}}.');
  });

  it('uses the day that stands in the form, and leaves a gap where there is none', async () => {
    const submission = await aSubmission({ kind: 'QUESTION' });
    const id = await aTemplate('ask', { pl: 'Do: {{termin}}' });
    const dated = await fill(infoline, submission, 'ask', id, { until: '2030-05-01' });
    expect(dated.text.replaceAll('\u00a0', ' ')).toBe('Do: 1 maja 2030');
    for (const until of ['jutro', '2030-02-31x', undefined]) {
      expect((await fill(infoline, submission, 'ask', id, { until })).text).toBe('Do: {{termin}}');
    }
  });

  it('is for whoever may give the command, and for cases it was made for', async () => {
    const submission = await aSubmission();
    const id = await aTemplate('resolve', { pl: 'A' });
    const others = [
      await aTemplate('resolve', { pl: 'A' }, { active: false }),
      await aTemplate('resolve', { pl: 'A' }, { kind: 'IDEA' }),
      await aTemplate('resolve', { pl: 'A' }, { categoryCode: 'kosz' }),
      await aTemplate('resolve', { pl: 'A' }, { departmentCode: 'MPO' }),
      await aTemplate('decline', { pl: 'A' }),
      'nothing',
    ];
    for (const other of others) {
      await expect(fill(infoline, submission, 'resolve', other)).rejects.toMatchObject({ code: 'INVALID' });
    }
    await expect(fill(zdmk, submission, 'resolve', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(fill(await staff('audyt'), submission, 'resolve', id)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('the preview of a mail', () => {
  it('is the mail that leaves, but for the code', async () => {
    const submission = await aSubmission({ email: 'podglad@example.com', locale: 'en' });
    const input = { outcome: 'FIXED', explanation: 'Done.', language: 'en' } as const;
    const { content, mailed } = await previewMail(infoline, submission.reference, 'resolve', input);
    expect(mailed).toBe(true);
    expect(JSON.stringify(content)).not.toContain(submission.code);
    await give(submission, infoline, 'resolve', input);
    await workOffJobs();
    const sent = (await mailsTo('podglad@example.com')).at(-1);
    expect(content.subject).toBe(sent?.subject);
    const codeless = (text: string | undefined) =>
      (text ?? '').replace(/(sledz\/)\S+?(#|\s)/g, '$1$2').replace(/Code of.*|.{4}-.{4}-.{4}-./g, '');
    expect(codeless(plainText(content)).replace(/\s+/g, ' ')).toBe(codeless(sent?.text).replace(/\s+/g, ' '));
  });

  it('is for whoever may give the command', async () => {
    const { reference } = await aSubmission();
    const input = { question: 'Gdzie?' };
    await expect(previewMail(zdmk, reference, 'ask', input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(previewMail(await staff('audyt'), reference, 'ask', input)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
