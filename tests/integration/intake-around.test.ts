import { beforeAll, describe, expect, it } from 'vitest';
import { POST as join } from '#app/api/staff/join/route.ts';
import { POST as look } from '#app/api/staff/look/route.ts';
import { POST as person } from '#app/api/staff/person/route.ts';
import type { StaffActor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { similarNearby } from '#lib/submissions/queries/similar.ts';
import { anIntake, conversationOf, filedBy, ledTo, refusedFor, sendIntake } from '#tests/factories/intake.ts';
import { callRoute } from '#tests/factories/request.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, give } from '#tests/factories/submission.ts';

let infoline: StaffActor;

beforeAll(async () => {
  infoline = await staff('infolinia');
});

describe('similar cases nearby', () => {
  const here = { lat: 50.0121, lng: 19.8765 };
  const told = (wish: object = {}) => ({
    kind: 'PROBLEM' as const,
    ...here,
    category: null,
    text: 'Głęboka dziura w jezdni',
    locale: 'pl' as const,
    ...wish,
  });
  const references = async (actor: StaffActor, wish: object = {}) =>
    (await similarNearby(actor, told(wish))).map(({ reference }) => reference);

  it('are open, within 250 metres, and of the same or like words or category; likeliest first', async () => {
    const same = await aSubmission({ ...here, text: 'Dziura w jezdni, głęboka' });
    const like = await aSubmission({ lat: here.lat + 0.001, lng: here.lng, text: 'Dziura' });
    const far = await aSubmission({ lat: here.lat + 0.004, lng: here.lng, text: 'Dziura w jezdni' });
    const question = await aSubmission({ ...here, kind: 'QUESTION', text: 'Dziura w jezdni' });
    const over = await aSubmission({ ...here, text: 'Dziura w jezdni' });
    await give(over, infoline, 'answer', { explanation: 'Załatane.' });
    const found = await references(infoline);
    expect(found).toEqual([same.reference, like.reference]);
    for (const other of [far, question, over]) expect(found).not.toContain(other.reference);
    expect(await references(infoline, { kind: 'QUESTION' })).toEqual([]);
  });

  it('say to an officer no more of another’s case than everybody may read', async () => {
    const there = { lat: 50.0333, lng: 20.0111 };
    const hidden = await aSubmission({ ...there, text: 'Tajemnicza dziura w jezdni', address: 'Ukryta 7' });
    const { categoryCode } = await db.submission.findUniqueOrThrow({
      where: { reference: hidden.reference },
    });
    const seen = await similarNearby(await staff('zdmk'), told({ ...there, category: categoryCode }));
    expect(seen).toMatchObject([{ reference: hidden.reference, excerpt: null, address: null }]);
    await give(hidden, infoline, 'release', { text: 'Dziura w jezdni', photos: [] });
    const [released] = await similarNearby(await staff('zdmk'), told(there));
    expect(released).toMatchObject({ excerpt: 'Dziura w jezdni', address: 'Ukryta 7' });
    const sensitive = await db.category.findFirstOrThrow({ where: { kind: 'PROBLEM', sensitive: true } });
    const secret = await aSubmission({ ...there, category: sensitive.code, text: 'Dziura w jezdni' });
    expect(await references(await staff('zdmk'), { ...there, category: sensitive.code })).not.toContain(
      secret.reference,
    );
    expect(await references(infoline, { ...there, category: sensitive.code })).toContain(secret.reference);
  });

  it('are no business of those who file for nobody', async () => {
    await expect(similarNearby(await staff('audyt'), told())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('joining somebody to a case that is there already', () => {
  const sendJoin = (actor: StaffActor | null, form: Record<string, string>) =>
    callRoute(join, '/api/staff/join', { form, ...(actor && { as: actor }) });
  const supportsOf = (one: { id: string }) => db.support.findMany({ where: { submissionId: one.id } });

  it('makes them a follower, writes the call down, and tells the number but never the code', async () => {
    const one = await aSubmission({ email: 'pierwsza@example.com' });
    const form = await anIntake({
      join: one.reference,
      email: 'druga@example.com',
      phone: '600 777 888',
      language: 'uk',
    });
    const before = await db.submission.count();
    const response = await sendJoin(infoline, form);
    expect(await db.submission.count()).toBe(before);
    expect(await supportsOf(one)).toMatchObject([
      {
        email: 'druga@example.com',
        phone: '+48600777888',
        channel: 'PHONE',
        locale: 'uk',
        withdrawnAt: null,
      },
    ]);
    expect(await db.call.findUnique({ where: { id: form.key } })).toMatchObject({
      outcome: 'FILED',
      submissionId: one.id,
      staffId: infoline.id,
    });
    const { last, conversation } = await filedBy(infoline, response);
    expect(last).toMatchObject({ reference: one.reference, joined: true, code: null });
    // The next case of the same caller is the same call.
    const next = await anIntake({ phone: '600 777 888', conversation: conversationOf(response) });
    const { cases } = await filedBy(infoline, await sendIntake(infoline, next));
    expect(cases.map(({ joined }) => joined)).toEqual([true, false]);
    expect(conversation?.call).toBe(form.key);
    expect(await db.call.count({ where: { id: next.key } })).toBe(0);
  });

  it('sent twice, also at once and by somebody without a name, joins once', async () => {
    const one = await aSubmission();
    const form = await anIntake({ join: one.reference, channel: 'IN_PERSON' });
    await Promise.all([sendJoin(infoline, form), sendJoin(infoline, form)]);
    await sendJoin(infoline, form);
    expect(await supportsOf(one)).toHaveLength(1);
    expect((await db.submission.findUniqueOrThrow({ where: { id: one.id } })).supportCount).toBe(1);
  });

  it('by a form that had filed a case before, or files one after, is still one call', async () => {
    const one = await aSubmission();
    const filedFirst = await anIntake({ join: one.reference, phone: '600 111 222' });
    await sendIntake(infoline, filedFirst);
    expect((await sendJoin(infoline, filedFirst)).status).toBe(303);
    const joinedFirst = await anIntake({ join: one.reference, phone: '600 111 223' });
    await sendJoin(infoline, joinedFirst);
    expect((await sendIntake(infoline, joinedFirst)).status).toBe(303);
    expect(await supportsOf(one)).toHaveLength(2);
    expect(
      await db.submission.count({
        where: { draftId: { in: [filedFirst.key ?? '', joinedFirst.key ?? ''] } },
      }),
    ).toBe(2);
  });

  it('is refused for what is over, not there or not theirs, and for a wrong address', async () => {
    const [over, question] = [await aSubmission(), await aSubmission({ kind: 'QUESTION' })];
    await give(over, infoline, 'answer', { explanation: 'Załatane.' });
    const status = async (account: Parameters<typeof staff>[0], wish: Record<string, string>) =>
      (await sendJoin(await staff(account), await anIntake(wish))).status;
    expect(await status('infolinia', { join: over.reference })).toBe(409);
    expect(await status('infolinia', { join: 'KRK-2020-000001' })).toBe(404);
    expect(await status('zdmk', { join: question.reference })).toBe(404);
    const one = await aSubmission();
    expect(await status('zdmk', { join: one.reference })).toBe(303);
    expect(await status('audyt', { join: one.reference })).toBe(403);
    expect(await status('admin', { join: one.reference })).toBe(403);
    expect((await sendJoin(null, await anIntake({ join: one.reference }))).status).toBe(401);
    const wrong = await sendJoin(infoline, await anIntake({ join: one.reference, email: 'bez małpy' }));
    expect(Object.keys(await refusedFor(wrong))).toEqual(['email']);
    expect(await supportsOf(one)).toHaveLength(1);
  });
});

describe('while the form is filled', () => {
  it('the text is looked at: categories, personal data, cases nearby', async () => {
    const point = { lat: 50.0212, lng: 19.8512 };
    const one = await aSubmission({ ...point, text: 'Dziura w jezdni' });
    const json = { kind: 'PROBLEM', text: 'dziura w jezdni, dzwonić 600 100 200', category: '', ...point };
    const answer = await (await callRoute(look, '/api/staff/look', { json, as: infoline })).json();
    expect(answer.categories.length).toBeGreaterThan(0);
    expect(answer.findings).toEqual([expect.stringMatching(/^W\stekście jest numer telefonu$/)]);
    expect(answer.similar.map((each: { reference: string }) => each.reference)).toContain(one.reference);
    expect((await callRoute(look, '/api/staff/look', { json, as: await staff('admin') })).status).toBe(403);
    expect((await callRoute(look, '/api/staff/look', { json })).status).toBe(401);
  });

  it('without a script the form comes back with all that was typed', async () => {
    const typed = { text: 'dziura', address: 'Długa 12', phone: '600 100 200' };
    const form = { ...typed, back: '/staff/nowe?r=x' };
    const response = await callRoute(look, '/api/staff/look', { form, as: infoline });
    expect(response.status).toBe(303);
    const to = ledTo(response);
    expect(`${to.pathname} ${to.searchParams.get('r')} ${to.searchParams.get('podglad')}`).toBe(
      '/staff/nowe x 1',
    );
    expect((await readFormState(to.searchParams.get('f') ?? ''))?.values).toMatchObject(typed);
  });

  it('earlier cases of the caller are told to those who may search people, and each question is kept', async () => {
    const phone = '600 333 444';
    const one = await aSubmission({ phone, text: 'Dziura' });
    const asked = { phone, email: '', at: 'filing' };
    const before = await db.auditEntry.count({ where: { action: 'contact.searched' } });
    const told = await (await callRoute(person, '/api/staff/person', { json: asked, as: infoline })).json();
    expect(told.person.cases).toMatchObject([{ reference: one.reference }]);
    expect(JSON.stringify(told)).not.toMatch(/600.?333.?444/);
    const rows = await db.auditEntry.findMany({
      where: { action: 'contact.searched' },
      orderBy: { id: 'desc' },
    });
    expect(rows).toHaveLength(before + 1);
    expect(rows[0]).toMatchObject({ staffId: infoline.id, data: { at: 'filing', found: 1 } });
    for (const account of ['zdmk', 'audyt', 'admin'] as const) {
      const answer = await callRoute(person, '/api/staff/person', { json: asked, as: await staff(account) });
      expect(await answer.json()).toEqual({ person: null });
    }
    expect((await callRoute(person, '/api/staff/person', { json: asked })).status).toBe(401);
  });
});
