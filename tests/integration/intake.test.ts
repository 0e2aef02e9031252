import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '#lib/access/actor.ts';
import { readConversation } from '#lib/filing/conversation.ts';
import { filedCases } from '#lib/filing/queries-intake.ts';
import { db } from '#lib/platform/db.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { anIntake, conversationOf, filedBy, ledTo, refusedFor, sendIntake } from '#tests/factories/intake.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import { mailsTo } from '#tests/factories/notified.ts';
import { jpeg } from '#tests/factories/pictures.ts';
import { staff } from '#tests/factories/staff.ts';

let infoline: StaffActor;

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
    const response = await sendIntake(infoline, form);
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
    const answers = await Promise.all([sendIntake(infoline, form), sendIntake(infoline, form)]);
    expect(await db.submission.count()).toBe(before + 1);
    const [one, two] = await Promise.all(answers.map((answer) => filedBy(infoline, answer)));
    expect(one?.last?.reference).toBe(two?.last?.reference);
    expect(answers.map((answer) => ledTo(answer).searchParams.get('inne'))).toEqual([null, null]);
    const changed = await sendIntake(infoline, { ...form, text: 'Zupełnie co innego.' });
    expect(ledTo(changed).searchParams.get('inne')).toBe('1');
    expect(await db.submission.count()).toBe(before + 1);
    expect(await db.call.count({ where: { id: form.key } })).toBe(1);
  });

  it('the form of another person cannot be sent once more', async () => {
    const form = await anIntake();
    await sendIntake(infoline, form);
    expect((await sendIntake(await staff('infolinia2'), form)).status).toBe(409);
  });

  it('three in a row for one caller are one call and three mails', async () => {
    const person = { email: 'hurt@example.com', phone: '600 111 222' };
    let response = await sendIntake(infoline, await anIntake({ ...person, text: 'Pierwsza dziura.' }));
    for (const text of ['Druga dziura.', 'Trzecia dziura.']) {
      const { conversation } = await filedBy(infoline, response);
      expect(conversation).toMatchObject({ channel: 'PHONE', email: person.email, phone: '+48600111222' });
      response = await sendIntake(
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
    const response = await sendIntake(infoline, await anIntake());
    const other = await staff('infolinia2');
    expect(await readConversation(other, conversationOf(response))).toBeNull();
    const { conversation } = await filedBy(infoline, response);
    expect(await filedCases(other, conversation?.filed ?? [], 'pl')).toEqual([]);
  });

  it('a letter, a visitor and an e-mail come without a call; a letter keeps its own day', async () => {
    const calls = await db.call.count();
    for (const channel of ['LETTER', 'IN_PERSON', 'EMAIL']) {
      const response = await sendIntake(infoline, await anIntake({ channel, letterDate: '2026-02-03' }));
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
    const { last } = await filedBy(
      infoline,
      await sendIntake(infoline, { ...(await anIntake()), photos: photo }),
    );
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
    const response = await sendIntake(infoline, form);
    expect(Object.keys(await refusedFor(response)).sort()).toEqual(['address', 'email', 'phone']);
    const kept = await readFormState(ledTo(response).searchParams.get('f') ?? undefined);
    expect(kept?.values).toMatchObject({ text: 'Dziura.', email: 'to nie adres', key: form.key });
    expect(await db.submission.count({ where: { draftId: form.key } })).toBe(0);
  });

  it('a category of another kind, a day to come and an unknown channel are refused', async () => {
    const refused = async (wish: Record<string, string>) =>
      Object.keys(await refusedFor(await sendIntake(infoline, await anIntake(wish))));
    expect(await refused({ kind: 'QUESTION' })).toContain('category');
    expect(await refused({ channel: 'LETTER', letterDate: '2099-01-01' })).toEqual(['letterDate']);
    expect(await refused({ channel: 'API' })).toEqual(['channel']);
  });

  it('a name of several places is asked about, and the answer belongs to that name alone', async () => {
    const form = await anIntake({ address: 'Rondo', lat: '', lng: '' });
    expect(await refusedFor(await sendIntake(infoline, form))).toEqual({ choice: ['intake.errors.choice'] });
    const other = await sendIntake(infoline, { ...form, choice: '0', choiceFor: 'Mogilska' });
    expect(Object.keys(await refusedFor(other))).toEqual(['choice']);
    const chosen = await sendIntake(infoline, { ...form, choice: 'typed', choiceFor: 'Rondo' });
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
    expect((await sendIntake(await staff(account), await anIntake())).status).toBe(status);
  });

  it('nobody without an account', async () => {
    expect((await sendIntake(null, await anIntake())).status).toBe(401);
  });

  it('an officer files a call without writing one down', async () => {
    const form = await anIntake();
    await sendIntake(await staff('zdmk'), form);
    expect(await db.call.count({ where: { id: form.key } })).toBe(0);
  });
});
