import { describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { openDrafts, readDraft } from '#lib/filing/queries.ts';
import { db } from '#lib/platform/db.ts';
import { Browser, draftOf, led, ORDINARY } from '#tests/factories/filing.ts';
import { sentMails, workOffJobs } from '#tests/factories/jobs.ts';
import { jpeg } from '#tests/factories/pictures.ts';

const _DAY = 86_400_000;
const photo = async (name: string) => new File([new Uint8Array(await jpeg())], name, { type: 'image/jpeg' });
const rowOf = (draftId: string) => db.submission.findUniqueOrThrow({ where: { draftId } });

describe('a problem, step by step, without a script', () => {
  it('goes from the first words to the confirmation', async () => {
    const browser = new Browser();
    const first = await browser.start({ kind: 'PROBLEM', text: 'Nie ma włazu w chodniku' });
    const id = draftOf(first);
    const path = (step: string) => ({ status: 303, to: `/zglos/problem/${id}/${step}` });
    expect(led(first)).toEqual(path('category'));
    expect(led(await browser.step(id, 'category', { category: 'wlaz' }))).toEqual(path('danger'));
    expect(led(await browser.step(id, 'danger', {}))).toEqual(path('place'));
    expect(led(await browser.step(id, 'place', { address: 'Długa 12' }))).toEqual(path('photos'));
    expect(led(await browser.step(id, 'photos', { photos: await photo('a.jpg') }))).toEqual(path('contact'));
    expect(
      led(await browser.step(id, 'contact', { email: 'Jan@Example.com', phone: '600 000 000' })),
    ).toEqual(path('check'));
    const sent = led(await browser.submit(id));
    expect(sent).toMatchObject({
      status: 303,
      to: expect.stringMatching(/^\/sledz\/[0-9A-Z]{13}\?przyjete=1$/),
    });

    const row = await rowOf(id);
    expect(row).toMatchObject({ kind: 'PROBLEM', categoryCode: 'wlaz', channel: 'WEB', districtNumber: 1 });
    expect(await db.contact.findUnique({ where: { submissionId: row.id } })).toMatchObject({
      email: 'Jan@Example.com',
      phone: '+48600000000',
    });
    expect(await db.photo.count({ where: { submissionId: row.id, purpose: 'REPORT', draftId: null } })).toBe(
      1,
    );
    expect(await db.draft.findUnique({ where: { id } })).toMatchObject({ submissionId: row.id, data: {} });
  });

  it('takes all fields at once and goes straight to the last step', async () => {
    const browser = new Browser();
    const response = await browser.start({ ...ORDINARY, photos: await photo('b.jpg'), name: 'Ola' });
    expect(led(response).to).toMatch(/\/check$/);
    expect(await db.photo.count({ where: { draftId: draftOf(response) } })).toBe(1);
  });

  it('tells a program in JSON where it is', async () => {
    const browser = new Browser();
    const response = await browser.startJson(ORDINARY);
    expect(response.status).toBe(201);
    const { id, next } = (await response.json()) as { id: string; next: string };
    expect(next).toBe('check');
    const sent = await browser.submit(id, { accept: 'application/json' });
    expect(await sent.json()).toMatchObject({
      reference: expect.stringMatching(/^KRK-\d{4}-\d{6}$/),
      url: expect.stringMatching(/^\/sledz\//),
    });
  });

  it('comes straight back to the last step after one answer was changed', async () => {
    const browser = new Browser();
    const id = await browser.readyDraft();
    expect(led(await browser.step(id, 'what', { text: 'Dziura, ale większa' })).to).toMatch(/\/check$/);
    expect(led(await browser.step(id, 'category', { category: 'wlaz' })).to).toMatch(/\/danger$/);
  });
});

describe('sending', () => {
  it('ten clicks at once are one submission', async () => {
    const browser = new Browser();
    const id = await browser.readyDraft();
    const answers = await Promise.all(Array.from({ length: 10 }, () => browser.submit(id)));
    const places = answers.map((response) => led(response).to);
    expect(new Set(places).size).toBe(1);
    expect(places[0]).toMatch(/^\/sledz\//);
    expect(await db.submission.count({ where: { draftId: id } })).toBe(1);
    const { id: submissionId } = await rowOf(id);
    expect(await db.event.count({ where: { submissionId } })).toBe(1);
  });

  it('going back and changing an answer changes nothing any more', async () => {
    const browser = new Browser();
    const id = await browser.readyDraft();
    await browser.submit(id);
    const { text } = await rowOf(id);
    expect(led(await browser.step(id, 'what', { text: 'Coś innego' })).to).toMatch(/\/check$/);
    await browser.step(id, 'photos', { photos: await photo('later.jpg') });
    expect((await rowOf(id)).text).toBe(text);
    expect(await db.photo.count({ where: { draftId: id } })).toBe(0);
    const owner = { actor: ANONYMOUS, secret: browser.secret };
    expect((await readDraft(owner, id)).sent?.reference).toMatch(/^KRK-/);
    expect(await openDrafts(owner)).toEqual([]);
  });

  it('two tabs are two drafts of one browser', async () => {
    const browser = new Browser();
    const [one, two] = [
      await browser.readyDraft({ text: 'Pierwsza' }),
      await browser.readyDraft({ text: 'Druga' }),
    ];
    await browser.submit(one);
    await browser.submit(two);
    expect([(await rowOf(one)).text, (await rowOf(two)).text]).toEqual(['Pierwsza', 'Druga']);
  });

  it('keeps who reports apart: nothing of it in events, jobs or anything but its own table', async () => {
    const canary = { name: 'Kanarek Żółty', email: 'kanarek@example.com', phone: '+48 511 222 333' };
    const browser = new Browser();
    const id = await browser.readyDraft(canary);
    await browser.submit(id);
    const places = await db.$queryRaw<{ found: string }[]>`
      SELECT to_jsonb(e)::text AS found FROM "Event" e
      UNION ALL SELECT to_jsonb(j)::text FROM pgboss.job j
      UNION ALL SELECT to_jsonb(s)::text FROM "Submission" s
      UNION ALL SELECT to_jsonb(m)::text FROM "Message" m
      UNION ALL SELECT to_jsonb(n)::text FROM "Notification" n
      UNION ALL SELECT to_jsonb(a)::text FROM "AuditEntry" a`;
    const all = places.map(({ found }) => found).join('\n');
    for (const word of ['Kanarek', 'kanarek@', '511222333']) expect(all).not.toContain(word);
    expect(await db.draft.findUnique({ where: { id } })).toMatchObject({ data: {} });
  });

  it('sends the receipt with the code that leads to the case', async () => {
    const browser = new Browser();
    const id = await browser.readyDraft({ email: 'receipt@example.com' });
    const { to } = led(await browser.submit(id));
    await workOffJobs();
    const mail = (await sentMails()).find((one) => one.to.includes('receipt@example.com'));
    expect(to).toContain(mail?.code?.replaceAll('-', ''));
  });
});

describe('whose draft it is', () => {
  it('another browser learns nothing, whatever it tries', async () => {
    const [owner, stranger] = [new Browser(), new Browser()];
    const id = await owner.readyDraft();
    await stranger.readyDraft();
    const before = await db.draft.findUniqueOrThrow({ where: { id } });
    for (const [step, fields] of [
      ['what', { text: 'Moje' }],
      ['place', { address: 'Długa 1' }],
      ['photos', { photos: await photo('obce.jpg') }],
    ] as const) {
      const response = await stranger.step(id, step, fields, { accept: 'application/json' });
      expect(response.status, step).toBe(404);
    }
    expect((await stranger.submit(id, { accept: 'application/json' })).status).toBe(404);
    await expect(readDraft({ actor: ANONYMOUS, secret: stranger.secret }, id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(readDraft({ actor: ANONYMOUS, secret: null }, id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await db.draft.findUniqueOrThrow({ where: { id } })).toEqual(before);
    expect(await db.photo.count({ where: { draftId: id } })).toBe(0);
  });

  it('an address that is no draft answers the same', async () => {
    const browser = new Browser();
    await browser.readyDraft();
    for (const id of ['11111111-1111-4111-8111-111111111111', 'x', "'; DROP TABLE"]) {
      expect((await browser.step(id, 'what', { text: 'a' }, { accept: 'application/json' })).status).toBe(
        404,
      );
    }
  });

  it('a form of another site is refused', async () => {
    const browser = new Browser();
    const response = await browser.start(
      { kind: 'PROBLEM', text: 'Dziura' },
      { origin: 'https://evil.example' },
    );
    expect(response.status).toBe(403);
  });
});
