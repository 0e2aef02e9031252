import { beforeAll, describe, expect, it } from 'vitest';
import { POST as join } from '#app/api/staff/join/route.ts';
import { POST as look } from '#app/api/staff/look/route.ts';
import { POST as person } from '#app/api/staff/person/route.ts';
import { POST as file } from '#app/api/staff/submissions/route.ts';
import type { StaffActor } from '#lib/access/actor.ts';
import { readConversation } from '#lib/filing/conversation.ts';
import { filedCases } from '#lib/filing/queries-intake.ts';
import { db } from '#lib/platform/db.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { similarNearby } from '#lib/submissions/queries/similar.ts';
import { anIntake } from '#tests/factories/intake.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import { mailsTo } from '#tests/factories/notified.ts';
import { jpeg } from '#tests/factories/pictures.ts';
import { callRoute } from '#tests/factories/request.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, give } from '#tests/factories/submission.ts';

let infoline: StaffActor;

const send = (actor: StaffActor | null, form: Record<string, string | Blob>) =>
  callRoute(file, '/api/staff/submissions', { form, ...(actor && { as: actor }) });
const ledTo = (response: Response) => new URL(response.headers.get('location') ?? '', 'http://portal.test');
const conversationOf = (response: Response) => ledTo(response).searchParams.get('r') ?? '';
const refusedFor = async (response: Response) =>
  (await readFormState(ledTo(response).searchParams.get('f') ?? undefined))?.errors ?? {};

async function filedBy(actor: StaffActor, response: Response) {
  const conversation = await readConversation(actor, conversationOf(response));
  const cases = await filedCases(actor, conversation?.filed ?? [], 'pl');
  return { conversation, cases, last: cases.at(-1) };
}

beforeAll(async () => {
  infoline = await staff('infolinia');
});

describe('filing for somebody', () => {
  it('makes the case, the contact, the event and the call together, and leads to the number', async () => {
    const form = await anIntake({
      phone: '600 100 200',
      email: 'ewa@example.com',
      name: 'Ewa Demo',
      language: 'uk',
    });
    const response = await send(infoline, form);
    expect(response.status).toBe(303);
    const { last, conversation } = await filedBy(infoline, response);
    expect(last?.code).toMatch(/^[0-9A-Z]{13}$/);
    const row = await db.submission.findUniqueOrThrow({
      where: { reference: last?.reference ?? '' },
      include: { contact: true, places: true, events: true, calls: true },
    });
    expect(row).toMatchObject({ channel: 'PHONE', locale: 'uk', text: form.text });
    expect(row.contact).toMatchObject({ phone: '+48600100200', email: 'ewa@example.com', name: 'Ewa Demo' });
    expect(row.places[0]).toMatchObject({ address: 'Długa 12', lat: 50.0677, precision: 'EXACT' });
    expect(row.events).toMatchObject([{ type: 'file', actorKind: 'STAFF', staffId: infoline.id }]);
    expect(row.calls).toMatchObject([
      { staffId: infoline.id, outcome: 'FILED', categoryCode: row.categoryCode },
    ]);
    expect(conversation?.call).toBe(row.calls[0]?.id);
    await workOffJobs();
    expect(await mailsTo('ewa@example.com')).toHaveLength(1);
  });

  it('sent twice, also at once, is one case; sent again with other words it says that they were not taken', async () => {
    const form = await anIntake();
    const before = await db.submission.count();
    const answers = await Promise.all([send(infoline, form), send(infoline, form)]);
    expect(await db.submission.count()).toBe(before + 1);
    const [one, two] = await Promise.all(answers.map((answer) => filedBy(infoline, answer)));
    expect(one?.last?.reference).toBe(two?.last?.reference);
    expect(answers.map((answer) => ledTo(answer).searchParams.get('inne'))).toEqual([null, null]);
    const changed = await send(infoline, { ...form, text: 'Zupełnie co innego.' });
    expect(ledTo(changed).searchParams.get('inne')).toBe('1');
    expect(await db.submission.count()).toBe(before + 1);
    expect(await db.call.count({ where: { id: form.key } })).toBe(1);
  });

  it('the form of another person cannot be sent once more', async () => {
    const form = await anIntake();
    await send(infoline, form);
    expect((await send(await staff('infolinia2'), form)).status).toBe(409);
  });

  it('three in a row for one caller are one call and three mails', async () => {
    const person = { email: 'hurt@example.com', phone: '600 111 222' };
    let response = await send(infoline, await anIntake({ ...person, text: 'Pierwsza dziura.' }));
    for (const text of ['Druga dziura.', 'Trzecia dziura.']) {
      const { conversation } = await filedBy(infoline, response);
      expect(conversation).toMatchObject({ channel: 'PHONE', email: person.email, phone: '+48600111222' });
      response = await send(
        infoline,
        await anIntake({ ...person, text, conversation: conversationOf(response) }),
      );
    }
    const { cases } = await filedBy(infoline, response);
    expect(cases).toHaveLength(3);
    expect(new Set(cases.map(({ reference }) => reference)).size).toBe(3);
    const calls = await db.call.findMany({
      where: { submission: { reference: { in: cases.map(({ reference }) => reference) } } },
    });
    expect(calls).toHaveLength(1);
    await workOffJobs();
    expect(await mailsTo(person.email)).toHaveLength(3);
  });

  it('a conversation, with its codes, is its owner’s alone', async () => {
    const response = await send(infoline, await anIntake());
    const other = await staff('infolinia2');
    expect(await readConversation(other, conversationOf(response))).toBeNull();
    const { conversation } = await filedBy(infoline, response);
    expect(await filedCases(other, conversation?.filed ?? [], 'pl')).toEqual([]);
  });

  it('a letter, a visitor and an e-mail come without a call; a letter keeps its own day', async () => {
    const calls = await db.call.count();
    for (const channel of ['LETTER', 'IN_PERSON', 'EMAIL']) {
      const response = await send(infoline, await anIntake({ channel, letterDate: '2026-02-03' }));
      const { last } = await filedBy(infoline, response);
      const { events } = await db.submission.findUniqueOrThrow({
        where: { reference: last?.reference ?? '' },
        include: { events: true },
      });
      const { letterDate } = (events[0]?.data ?? {}) as { letterDate?: string };
      expect(letterDate).toBe(channel === 'LETTER' ? '2026-02-03' : undefined);
    }
    expect(await db.call.count()).toBe(calls);
  });

  it('takes photos with it', async () => {
    const photo = new File([new Uint8Array(await jpeg())], 'a.jpg', { type: 'image/jpeg' });
    const { last } = await filedBy(infoline, await send(infoline, { ...(await anIntake()), photos: photo }));
    expect(await db.photo.count({ where: { submission: { reference: last?.reference ?? '' } } })).toBe(1);
  });

  it('says everything that is wrong at once, at its field, and keeps what was typed', async () => {
    const form = await anIntake({
      email: 'to nie adres',
      phone: '12',
      address: '',
      lat: '',
      lng: '',
      text: 'Dziura.',
    });
    const response = await send(infoline, form);
    expect(Object.keys(await refusedFor(response)).sort()).toEqual(['address', 'email', 'phone']);
    const kept = await readFormState(ledTo(response).searchParams.get('f') ?? undefined);
    expect(kept?.values).toMatchObject({ text: 'Dziura.', email: 'to nie adres', key: form.key });
    expect(await db.submission.count({ where: { draftId: form.key } })).toBe(0);
  });

  it('a category of another kind, a day to come and an unknown channel are refused', async () => {
    const refused = async (wish: Record<string, string>) =>
      Object.keys(await refusedFor(await send(infoline, await anIntake(wish))));
    expect(await refused({ kind: 'QUESTION' })).toContain('category');
    expect(await refused({ channel: 'LETTER', letterDate: '2099-01-01' })).toEqual(['letterDate']);
    expect(await refused({ channel: 'API' })).toEqual(['channel']);
  });

  it('a name of several places is asked about, and the answer belongs to that name alone', async () => {
    const form = await anIntake({ address: 'Rondo', lat: '', lng: '' });
    expect(await refusedFor(await send(infoline, form))).toEqual({ choice: ['intake.errors.choice'] });
    const other = await send(infoline, { ...form, choice: '0', choiceFor: 'Mogilska' });
    expect(Object.keys(await refusedFor(other))).toEqual(['choice']);
    const chosen = await send(infoline, { ...form, choice: 'typed', choiceFor: 'Rondo' });
    expect((await filedBy(infoline, chosen)).last?.place).toBe('Rondo');
  });
});

describe('who may file for somebody', () => {
  it.each([
    ['infolinia', 303],
    ['kierownik', 303],
    ['zdmk', 303],
    ['zdmk.kierownik', 303],
    ['audyt', 403],
    ['admin', 403],
  ] as const)('%s: %i', async (account, status) => {
    expect((await send(await staff(account), await anIntake())).status).toBe(status);
  });

  it('nobody without an account', async () => {
    expect((await send(null, await anIntake())).status).toBe(401);
  });

  it('an officer files a call without writing one down', async () => {
    const form = await anIntake();
    await send(await staff('zdmk'), form);
    expect(await db.call.count({ where: { id: form.key } })).toBe(0);
  });
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
    const { cases } = await filedBy(infoline, await send(infoline, next));
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
    expect(JSON.stringify(told)).not.toContain('333');
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
