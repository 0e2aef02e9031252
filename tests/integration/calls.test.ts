import { beforeAll, describe, expect, it } from 'vitest';
import { POST as done } from '#app/api/staff/calls/[id]/done/route.ts';
import { POST as log } from '#app/api/staff/calls/route.ts';
import { GET as card } from '#app/api/staff/card/route.ts';
import { POST as topics } from '#app/api/staff/topics/route.ts';
import type { StaffActor } from '#lib/access/actor.ts';
import { viewCallBack } from '#lib/calls/commands/call-back.ts';
import { callCounts, callsOfDay, openCallBacks } from '#lib/calls/queries/calls.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { newId } from '#lib/platform/ids.ts';
import { callRoute } from '#tests/factories/request.ts';
import { staff } from '#tests/factories/staff.ts';

let infoline: StaffActor;
let colleague: StaffActor;
let supervisor: StaffActor;

beforeAll(async () => {
  [infoline, colleague, supervisor] = [
    await staff('infolinia'),
    await staff('infolinia2'),
    await staff('kierownik'),
  ];
});

const today = () => cityDay(now());
const aCall = (wish: Record<string, string> = {}): Record<string, string> & { key: string } => ({
  key: newId(),
  outcome: 'ANSWERED',
  topic: 'Godziny otwarcia urzędu',
  topicKey: '',
  back: '/staff/rozmowy',
  ...wish,
});
const send = (actor: StaffActor | null, form: Record<string, string>) =>
  callRoute(log, '/api/staff/calls', { form, ...(actor && { as: actor }) });
const errorsOf = async (response: Response) => {
  const to = new URL(response.headers.get('location') ?? '', 'http://portal.test');
  return (await readFormState(to.searchParams.get('f') ?? undefined))?.errors ?? {};
};
const aCallBack = async (actor: StaffActor, wish: Record<string, string> = {}) => {
  const form = aCall({
    outcome: 'CALL_BACK',
    phone: '600 555 666',
    name: 'Jan',
    day: '2030-05-06',
    time: '10:30',
    ...wish,
  });
  await send(actor, form);
  return form.key;
};

describe('a call is written down', () => {
  it('with its topic and outcome, once however often it is sent, and without who called', async () => {
    const form = aCall({ note: 'Pytał o soboty.' });
    const answers = await Promise.all([send(infoline, form), send(infoline, form)]);
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual(
      Array(2).fill('/staff/rozmowy?zapisane=ANSWERED'),
    );
    const rows = await db.call.findMany({ where: { id: form.key }, include: { callBack: true } });
    expect(rows).toMatchObject([
      {
        staffId: infoline.id,
        outcome: 'ANSWERED',
        topic: form.topic ?? '',
        note: form.note ?? '',
        callBack: null,
      },
    ]);
    expect((await send(colleague, form)).status).toBe(409);
  });

  it('about a card or a category when one was chosen, else about the words', async () => {
    const category = await db.category.findFirstOrThrow({ where: { kind: 'PROBLEM', active: true } });
    const procedure = await db.procedure.findFirstOrThrow({ where: { active: true } });
    const topicOf = async (topicKey: string) => {
      const form = aCall({ topicKey });
      await send(infoline, form);
      const { categoryCode, procedureCode, topic } = await db.call.findUniqueOrThrow({
        where: { id: form.key },
      });
      return { categoryCode, procedureCode, topic };
    };
    expect(await topicOf(`category:${category.code}`)).toEqual({
      categoryCode: category.code,
      procedureCode: null,
      topic: null,
    });
    expect(await topicOf(`card:${procedure.code}`)).toMatchObject({
      procedureCode: procedure.code,
      topic: null,
    });
    expect(await topicOf('card:nothing')).toMatchObject({
      procedureCode: null,
      topic: 'Godziny otwarcia urzędu',
    });
  });

  it('with the institution or the unit that it was sent to', async () => {
    const institution = await db.institution.findFirstOrThrow({ where: { active: true } });
    expect(await errorsOf(await send(infoline, aCall({ outcome: 'REDIRECTED' })))).toHaveProperty(
      'institution',
    );
    expect(
      await errorsOf(await send(infoline, aCall({ outcome: 'TRANSFERRED', department: 'X' }))),
    ).toHaveProperty('department');
    const [sent, passed] = [
      aCall({ outcome: 'REDIRECTED', institution: institution.code }),
      aCall({ outcome: 'TRANSFERRED', department: 'ZDMK' }),
    ];
    await send(infoline, sent);
    await send(infoline, passed);
    expect(await db.call.findUnique({ where: { id: sent.key } })).toMatchObject({
      institutionCode: institution.code,
    });
    expect(await db.call.findUnique({ where: { id: passed.key } })).toMatchObject({ departmentCode: 'ZDMK' });
  });

  it('but not with somebody in its words, without a topic, or without an outcome', async () => {
    const errors = async (wish: Record<string, string>) => errorsOf(await send(infoline, aCall(wish)));
    expect(await errors({ note: 'Dzwonić 600 100 200' })).toEqual({ note: ['calls.errors.finding.PHONE'] });
    expect(await errors({ topic: 'jan@example.com' })).toEqual({ topic: ['calls.errors.finding.EMAIL'] });
    expect(await errors({ topic: ' ' })).toEqual({ topic: ['calls.errors.topic'] });
    expect(Object.keys(await errors({ outcome: 'NO' }))).toEqual(['outcome']);
    expect(await errors({ outcome: 'CALL_BACK', day: '2030-02-31', time: '10:00' })).toEqual({
      phone: ['calls.errors.phone'],
      day: ['calls.errors.when'],
    });
  });

  it('one that a case comes of leads to its form, with the category', async () => {
    const form = aCall({ outcome: 'FILED', topicKey: 'category:kosz' });
    expect((await send(infoline, form)).headers.get('location')).toBe('/staff/nowe?kanal=PHONE&sprawa=kosz');
    expect(await db.call.count({ where: { id: form.key } })).toBe(0);
  });
});

describe('whoever is to be called back', () => {
  it('stands with the schema of people alone, and is forgotten when it was done', async () => {
    const id = await aCallBack(infoline);
    const call = await db.call.findUniqueOrThrow({ where: { id }, include: { callBack: true } });
    expect(call.callBackAt?.toISOString()).toBe('2030-05-06T08:30:00.000Z');
    expect(call.callBack).toMatchObject({ phone: '+48600555666', name: 'Jan' });
    expect(JSON.stringify({ ...call, callBack: null })).not.toMatch(/600.?555.?666|Jan/);
    for (let times = 0; times < 2; times += 1) {
      const answer = await callRoute(done, `/api/staff/calls/${id}/done`, {
        form: {},
        params: { id },
        as: infoline,
      });
      expect(answer.status).toBe(303);
    }
    const after = await db.call.findUniqueOrThrow({ where: { id }, include: { callBack: true } });
    expect(after.calledBackAt).not.toBeNull();
    expect(after.callBack).toEqual({ callId: id, name: null, phone: null, phoneHash: null });
    expect((await openCallBacks(infoline, 'pl')).map((one) => one.id)).not.toContain(id);
  });

  it('is shown on request, and each view is in the audit', async () => {
    const id = await aCallBack(infoline);
    expect(JSON.stringify(await openCallBacks(infoline, 'pl'))).not.toMatch(/600.?555.?666|Jan/);
    const views = () => db.auditEntry.count({ where: { action: 'contact.viewed', subject: `call:${id}` } });
    expect(await viewCallBack(infoline, id, newId())).toEqual({ name: 'Jan', phone: '+48600555666' });
    expect(await views()).toBe(1);
    await expect(viewCallBack(await staff('zdmk'), id, newId())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await views()).toBe(1);
    expect(await viewCallBack(supervisor, id, newId())).not.toBeNull();
  });

  it('is called by whoever is there: all see it, their own first, and who did it is kept', async () => {
    const theirs = await aCallBack(infoline, { day: '2029-01-02' });
    const mine = await aCallBack(colleague, { day: '2031-01-02' });
    const seen = await openCallBacks(colleague, 'pl');
    const places = [mine, theirs].map((id) => seen.findIndex((one) => one.id === id));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(places[1]).toBeGreaterThan(places[0] ?? 0);
    expect(places.map((place) => seen[place]?.promisedBy)).toEqual([null, infoline.name]);
    expect(JSON.stringify(seen)).not.toMatch(/600.?555.?666|Jan/);

    expect(await viewCallBack(colleague, theirs, newId())).toMatchObject({ phone: '+48600555666' });
    const views = await db.auditEntry.findMany({ where: { subject: `call:${theirs}` } });
    expect(views.map(({ staffId }) => staffId)).toEqual([colleague.id]);
    const seenBy = async (as: StaffActor) =>
      (await openCallBacks(as, 'pl')).find(({ id }) => id === theirs)?.seen?.name ?? null;
    expect([await seenBy(infoline), await seenBy(colleague)]).toEqual([colleague.name, null]);
    const finish = (as: StaffActor) =>
      callRoute(done, '/api/staff/calls/x/done', { form: {}, params: { id: theirs }, as });
    await finish(colleague);
    await finish(infoline);
    const after = await db.call.findUniqueOrThrow({ where: { id: theirs }, include: { callBack: true } });
    expect(after).toMatchObject({ calledBackById: colleague.id, callBack: { phone: null, name: null } });
    const day = await callsOfDay(infoline, today(), {}, 'pl');
    expect(day.items.find(({ id }) => id === theirs)?.calledBackBy).toBe(colleague.name);
  });
});

describe('who reads calls', () => {
  it('a consultant their own, a supervisor all, with counts to match', async () => {
    const [mine, theirs] = [aCall(), aCall()];
    await send(infoline, mine);
    await send(colleague, theirs);
    const idsOf = async (actor: StaffActor) =>
      (await callsOfDay(actor, today(), {}, 'pl')).items.map(({ id }) => id);
    expect(await idsOf(infoline)).toContain(mine.key);
    expect(await idsOf(infoline)).not.toContain(theirs.key);
    expect(await idsOf(supervisor)).toEqual(expect.arrayContaining([mine.key, theirs.key]));
    const own = await callCounts(infoline, today());
    const all = await callCounts(supervisor, today());
    expect(own.ANSWERED).toBe(await db.call.count({ where: { staffId: infoline.id, outcome: 'ANSWERED' } }));
    expect(all.ANSWERED).toBe(await db.call.count({ where: { outcome: 'ANSWERED' } }));
    expect(await callCounts(supervisor, '2020-01-01')).toMatchObject({ ANSWERED: 0, CALL_BACK: 0 });
  });

  it.each(['zdmk', 'zdmk.kierownik', 'audyt', 'admin'] as const)(
    '%s neither reads nor writes any',
    async (account) => {
      const actor = await staff(account);
      const refused = { code: 'FORBIDDEN' };
      await expect(callsOfDay(actor, today(), {}, 'pl')).rejects.toMatchObject(refused);
      await expect(callCounts(actor, today())).rejects.toMatchObject(refused);
      await expect(openCallBacks(actor, 'pl')).rejects.toMatchObject(refused);
      expect((await send(actor, aCall())).status).toBe(403);
      const id = await aCallBack(infoline);
      expect(
        (await callRoute(done, '/api/staff/calls/x/done', { form: {}, params: { id }, as: actor })).status,
      ).toBe(403);
      expect((await callRoute(topics, '/api/staff/topics', { json: { q: 'dow' }, as: actor })).status).toBe(
        403,
      );
      expect((await callRoute(card, '/api/staff/card?code=x', { as: actor })).status).toBe(403);
    },
  );

  it('nobody without an account', async () => {
    expect((await send(null, aCall())).status).toBe(401);
    expect((await callRoute(topics, '/api/staff/topics', { json: { q: 'dow' } })).status).toBe(403);
  });

  it('page by page, nothing twice and nothing left out', async () => {
    const at = new Date('2026-03-03T10:00:00Z');
    const rows = Array.from({ length: 120 }, (_, index) => ({
      id: newId(),
      // Several share a moment.
      at: new Date(at.getTime() + Math.floor(index / 3) * 1000),
      staffId: infoline.id,
      outcome: 'ANSWERED' as const,
      topic: 'x',
    }));
    await db.call.createMany({ data: rows });
    const seen: string[] = [];
    let page = await callsOfDay(infoline, '2026-03-03', {}, 'pl');
    for (;;) {
      seen.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      page = await callsOfDay(infoline, '2026-03-03', { after: page.next }, 'pl');
    }
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
    const back = await callsOfDay(infoline, '2026-03-03', { before: page.previous ?? '' }, 'pl');
    expect(back.items.map(({ id }) => id)).toEqual(seen.slice(50, 100));
  });
});

describe('what a call may be about', () => {
  it('is found among cards and categories while it is typed', async () => {
    const answer = await (
      await callRoute(topics, '/api/staff/topics', { json: { q: 'kosz' }, as: infoline })
    ).json();
    // Enter takes the first one: what is called so comes before a card that only speaks of costs.
    expect(answer[0].key).toMatch(/^category:/);
    expect(answer.some(({ key }: { key: string }) => key === 'category:kosz')).toBe(true);
    const procedure = await db.procedure.findFirstOrThrow({
      where: { code: { contains: 'dowod' }, active: true },
    });
    const cards = await (
      await callRoute(topics, '/api/staff/topics', { json: { q: 'dowod' }, as: infoline })
    ).json();
    expect(cards.some(({ key }: { key: string }) => key.startsWith('card:'))).toBe(true);
    const read = await callRoute(card, `/api/staff/card?code=${procedure.code}`, { as: infoline });
    expect((await read.json()).parts.length).toBeGreaterThan(2);
    expect((await callRoute(card, '/api/staff/card?code=nothing', { as: infoline })).status).toBe(404);
  });
});
