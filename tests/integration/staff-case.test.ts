import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { POST as command } from '#app/api/submissions/[reference]/[command]/route.ts';
import type { StaffActor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { staffCase } from '#lib/submissions/queries/staff-case.ts';
import { viewContact } from '#lib/submissions/queries/staff-contact.ts';
import { callRoute } from '#tests/factories/request.ts';
import { asRole, hire, staff } from '#tests/factories/staff.ts';
import { listed, refused } from '#tests/factories/staff-lists.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

let infoline: StaffActor;
let zdmk: StaffActor;

beforeAll(async () => {
  infoline = await staff('infolinia');
  zdmk = await staff('zdmk');
});

const forward = (submission: Case, department: string) =>
  give(submission, infoline, 'forward', { department });

describe('a case page', () => {
  it('tells the whole way: events with names, messages, hands, mails, and no word of who reported', async () => {
    const one = await aSubmission({ name: 'Zdzisława Niezwykła', email: 'niezwykla@example.com' });
    await give(one, infoline, 'forward', { department: 'ZDMK', note: 'Pilne.' });
    await give(one, zdmk, 'return', { reasonCode: 'NOT_OURS', reason: 'Teren spółdzielni.' });
    await give(one, infoline, 'correct', { category: 'kosz' });
    const seen = await staffCase(infoline, one.reference, 'pl');
    expect(seen.history.map(({ type }) => type)).toEqual(['correct', 'return', 'forward', 'file']);
    expect(seen.history[0]).toMatchObject({ who: infoline.name, category: 'Przepełniony kosz na śmieci' });
    expect(seen.history[2]).toMatchObject({ department: 'Zarząd Dróg Miasta Krakowa' });
    expect(seen.history[2]?.messages).toMatchObject([
      { role: 'NOTE', visibility: 'INTERNAL', text: 'Pilne.' },
    ]);
    expect(seen.assignments).toMatchObject([{ end: 'RETURNED', returnReason: 'NOT_OURS', workingDays: 0 }]);
    expect(seen.contact).toEqual({
      given: true,
      erased: false,
      masked: { name: 'Z. N.', email: 'n…@example.com', phone: null },
    });
    expect(JSON.stringify(seen)).not.toMatch(/niezwyk/i);
  });

  it('proposes the department that the rules name, to those who triage', async () => {
    const one = await aSubmission({ category: 'kosz' });
    expect((await staffCase(infoline, one.reference, 'pl')).proposal).toMatchObject({
      code: 'MPO',
      rule: 'CATEGORY_DEFAULT',
    });
  });

  it('asks the database as often for a long history as for a short one', async () => {
    const [short, long] = [await aSubmission(), await aSubmission()];
    for (let round = 0; round < 6; round += 1)
      await give(long, infoline, 'note', { note: `Notatka ${round}` });
    await give(short, infoline, 'note', { note: 'Jedna.' });
    // Reference data is kept for a moment: a slow machine must not count its loading with the first of the two.
    await staffCase(infoline, short.reference, 'pl');
    const asked = vi.spyOn(pg.Client.prototype, 'query');
    await staffCase(infoline, short.reference, 'pl');
    const few = asked.mock.calls.length;
    await staffCase(infoline, long.reference, 'pl');
    expect(asked.mock.calls.length).toBe(few * 2);
    asked.mockRestore();
  });
});

describe('the reporter’s data', () => {
  it('is shown on request, and each view is written down with who and which case', async () => {
    const one = await aSubmission({ name: 'Ola', phone: '+48600100200' });
    await forward(one, 'ZDMK');
    const before = await db.auditEntry.count({ where: { action: 'contact.viewed' } });
    const contact = await viewContact(zdmk, one.reference, 'request-1');
    expect(contact).toEqual({ name: 'Ola', email: null, phone: '+48600100200' });
    await viewContact(infoline, one.reference, 'request-2');
    const entries = await db.auditEntry.findMany({
      where: { action: 'contact.viewed' },
      orderBy: { id: 'asc' },
    });
    expect(entries.slice(before)).toMatchObject([
      { staffId: zdmk.id, subject: one.reference, requestId: 'request-1' },
      { staffId: infoline.id, subject: one.reference, requestId: 'request-2' },
    ]);
  });

  it('is closed to a department whose work has ended, though it still reads the case', async () => {
    const one = await aSubmission({ name: 'Ola' });
    await forward(one, 'ZDMK');
    await give(one, zdmk, 'resolve', { outcome: 'FIXED', explanation: 'Zrobione.' });
    expect((await staffCase(zdmk, one.reference, 'pl')).contact).toMatchObject({ given: true, masked: null });
    expect(await refused(viewContact(zdmk, one.reference, 'r'))).toBe('FORBIDDEN');
  });
});

describe('before it is shown', () => {
  const who = { name: 'Jan Kowalski', email: 'jan.kowalski@example.com', phone: '+48600100123' };
  const masked = { name: 'J. K.', email: 'j…@example.com', phone: '··· ··· 123' };

  it.each([
    ['CONSULTANT', null, masked],
    ['SUPERVISOR', null, masked],
    ['OFFICER', 'ZDMK', masked],
    ['LEAD', 'ZDMK', masked],
    ['AUDITOR', null, null],
  ] as const)('a %s of %s sees %o and nothing whole, and that is no view', async (role, department, seen) => {
    const one = await aSubmission(who);
    await forward(one, 'ZDMK');
    const before = await db.auditEntry.count({ where: { action: 'contact.viewed' } });
    const whole = await staffCase(asRole(role, department), one.reference, 'pl');
    expect(whole.contact).toEqual({ given: true, erased: false, masked: seen });
    expect(JSON.stringify(whole)).not.toMatch(/kowalski|600100|600 100/i);
    expect(await db.auditEntry.count({ where: { action: 'contact.viewed' } })).toBe(before);
  });
});

describe('two people on one case', () => {
  const path = (one: Case) => `/staff/zgloszenia/${one.reference}?akcja=answer`;
  const post = (one: Case, name: string, as: StaffActor, form: Record<string, string>) =>
    callRoute(command, `/api/submissions/${one.reference}/${name}`, {
      as,
      params: { reference: one.reference, command: name },
      form: { back: path(one), form: name, ...form },
    });

  it('the second one gets a page that leads back to every word, and what happened meanwhile', async () => {
    const one = await aSubmission();
    const { version } = await staffCase(infoline, one.reference, 'pl');
    const other = await hire('SUPERVISOR');
    await give(one, other, 'forward', { department: 'ZDMK' });
    const answer = await post(one, 'answer', infoline, {
      version: String(version),
      explanation: 'Moja odpowiedź.',
    });
    expect(answer.status).toBe(409);
    const link = /href="([^"]+f=([0-9a-f-]{36})[^"]*)"/.exec(await answer.text());
    expect(link?.[1]).toContain('akcja=answer');
    const state = await readFormState(link?.[2]);
    expect(state).toMatchObject({
      code: 'CONFLICT',
      values: { form: 'answer', version: String(version), explanation: 'Moja odpowiedź.' },
    });
    const now = await staffCase(infoline, one.reference, 'pl');
    const since = now.history.filter((event) => event.version > Number(state?.values.version));
    expect(since).toMatchObject([
      { type: 'forward', who: other.name, department: 'Zarząd Dróg Miasta Krakowa' },
    ]);
    const again = await post(one, 'answer', infoline, {
      version: String(now.version),
      explanation: 'Moja odpowiedź.',
    });
    expect(again.status).toBe(303);
  });

  it('a note needs no version and is never in the way', async () => {
    const one = await aSubmission();
    await forward(one, 'ZDMK');
    expect((await post(one, 'note', infoline, { version: '1', note: 'Dzwonię na dyżur.' })).status).toBe(303);
  });

  it('a second click on the same button is one act', async () => {
    const one = await aSubmission();
    const { version } = await staffCase(infoline, one.reference, 'pl');
    const form = { version: String(version), department: 'ZDMK' };
    const answers = [await post(one, 'forward', infoline, form), await post(one, 'forward', infoline, form)];
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    const seen = await staffCase(infoline, one.reference, 'pl');
    expect(seen.history.filter(({ type }) => type === 'forward')).toHaveLength(1);
  });

  it('a wrong form comes back to its own field', async () => {
    const one = await aSubmission();
    const { version } = await staffCase(infoline, one.reference, 'pl');
    const response = await post(one, 'decline', infoline, {
      version: String(version),
      explanation: 'Bo tak.',
    });
    const id = /f=([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1];
    const state = await readFormState(id);
    expect(Object.keys(state?.errors ?? {}).sort()).toEqual(['alternative', 'reasonCode']);
    expect(state?.values.explanation).toBe('Bo tak.');
  });

  it('an emptied text is not released as it was written', async () => {
    const one = await aSubmission({ text: 'Proszę dzwonić: 600 100 200.' });
    const response = await post(one, 'release', infoline, { version: '1', text: ' ' });
    const id = /f=([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1];
    expect((await readFormState(id))?.errors).toEqual({ text: ['validation.releaseText'] });
    expect((await staffCase(infoline, one.reference, 'pl')).released).toBe(false);
  });

  it('a reporter’s objection stands in the list of what is new again', async () => {
    const one = await aSubmission();
    await give(one, infoline, 'answer', { explanation: 'To już zrobione.' });
    expect(await listed(infoline, { tab: 'new' })).not.toContain(one.reference);
    await give(one, reporterOf(one), 'object', { objection: 'Nadal nie.' });
    expect(await listed(infoline, { tab: 'new' })).toContain(one.reference);
  });
});
