import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { POST as erase } from '#app/api/privacy/erase/route.ts';
import { POST as exportRoute } from '#app/api/privacy/export/route.ts';
import { POST as find } from '#app/api/privacy/find/route.ts';
import { POST as command } from '#app/api/submissions/[reference]/[command]/route.ts';
import { ROLES, SYSTEM } from '#lib/access/actor.ts';
import { keysOf, originalKey } from '#lib/media/keys.ts';
import { now, shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { keepFormState, readFormState } from '#lib/platform/form-state.ts';
import { keyedHash, newId, sha256 } from '#lib/platform/ids.ts';
import { storage } from '#lib/platform/storage.ts';
import { erasePerson, reapplyErasures } from '#lib/privacy/commands/erase.ts';
import { exportPerson } from '#lib/privacy/queries/export.ts';
import { countPerson } from '#lib/privacy/queries/find.ts';
import { viewContact } from '#lib/submissions/queries/staff-contact.ts';
import { sentMails, workOffJobs } from '#tests/factories/jobs.ts';
import { aDraftRow, aPhoto } from '#tests/factories/photos.ts';
import { jpeg } from '#tests/factories/pictures.ts';
import { callRoute } from '#tests/factories/request.ts';
import { hire, staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

const NAME = 'Kanarka Żółtodzioba';
const TEXT = 'Latarnia nie świeci, mieszkam obok.';
let email = '';
let filed: Case;

/** A case with everything a person can leave in it. */
async function aLife(): Promise<Case> {
  const life = await aSubmission({ name: NAME, email, phone: '+48601234567', text: TEXT });
  await give(life, await staff('infolinia'), 'ask', { question: 'Przy którym numerze?' });
  await give(life, reporterOf(life), 'reply', { reply: 'Przy dwunastce, to moja brama.' });
  await workOffJobs();
  return life;
}

beforeEach(async () => {
  email = `kanarka-${newId()}@example.org`;
  filed = await aLife();
});

const rowOf = ({ id }: Case) =>
  db.submission.findUniqueOrThrow({
    where: { id },
    include: { contact: true, messages: true, events: true, photos: true },
  });
const formOf = (refused: Response) =>
  readFormState(/[?&]f=([0-9a-f-]{36})/.exec(refused.headers.get('location') ?? '')?.[1]);
const erased = (query: object, endLinks = false) =>
  erasePerson(SYSTEM, { query, reason: 'prośba', endLinks });

describe('an export', () => {
  it('holds what a person wrote and was told, who looked, and no note of staff', async () => {
    await give(filed, await staff('infolinia'), 'note', { note: 'Uwaga dla nas.' });
    await viewContact(await staff('infolinia'), filed.reference, newId());
    const data = JSON.stringify(await exportPerson(SYSTEM, { email: ` ${email.toUpperCase()} ` }));
    for (const word of [
      NAME,
      email,
      TEXT,
      'Przy dwunastce',
      'Przy którym numerze?',
      'received',
      'CONSULTANT',
    ]) {
      expect(data).toContain(word);
    }
    expect(data).not.toContain('Uwaga dla nas.');
    expect(data).not.toContain('Ewa Pokazowa');
  });

  it('comes as a file, to be read or for a program, and is in the audit', async () => {
    const as = await staff('kierownik');
    const answer = await callRoute(exportRoute, '/api/privacy/export', { as, form: { email, as: 'text' } });
    expect(answer.headers.get('content-disposition')).toContain('dane.txt');
    const text = await answer.text();
    expect(text).toContain(TEXT);
    // In words: no code of ours and no name of a field, and the language of the page that asked.
    expect(text).toMatch(/Co to jest: problem\n *Etap: Przyjęte\n *Jak przyszło: WWW/);
    expect(text).toMatch(
      /Czym jest: odpowiedź\n *Tekst: Przy dwunastce.*\n *Kiedy: .*\n *Od kogo: osoba zgłaszająca/,
    );
    expect(text).not.toMatch(/^ *(?!KRK)[a-z]+[A-Z]?\w*:|: [A-Z][A-Z_]{3,}$/m);
    const back = { email, as: 'text', lang: 'uk' };
    const other = await callRoute(exportRoute, '/api/privacy/export', { as, form: back });
    expect(await other.text()).toContain('Що це: проблема');
    const entry = await db.auditEntry.findFirst({
      where: { action: 'person.exported' },
      orderBy: { id: 'desc' },
    });
    expect(entry?.staffId).toBe(as.id);
  });
});

describe('how much there is', () => {
  it('counts no search and no conversation of staff as a form that the person has yet to send', async () => {
    const as = await staff('kierownik');
    const count = async () =>
      (await (await callRoute(find, '/api/privacy/find', { as, json: { email } })).json()).drafts;
    await callRoute(find, '/api/privacy/find', { as, form: { email } });
    expect(await count()).toBe(0);
    await keepFormState({ values: { email }, errors: { text: ['validation.textRequired'] } });
    expect(await count()).toBe(1);
    await erased({ email });
    const kept = await db.formState.findMany({ select: { data: true } });
    expect(JSON.stringify(kept)).not.toContain(email);
  });
});

describe('an erasure', () => {
  it('takes contact, own words, photos and mails; the case, its history and its numbers stay', async () => {
    const photo = await aPhoto({ submissionId: filed.id, purpose: 'REPORT' });
    const before = await rowOf(filed);
    expect((await sentMails()).some(({ to }) => to === email)).toBe(true);
    expect(await erased({ email })).toMatchObject({ cases: 1 });
    const row = await rowOf(filed);
    expect(row).toMatchObject({ text: null, title: null, photos: [], status: before.status });
    expect(row.contact).toMatchObject({
      name: null,
      email: null,
      phone: null,
      emailHash: null,
      phoneHash: null,
    });
    expect(row.events).toHaveLength(before.events.length);
    expect(row.messages.find(({ role }) => role === 'REPLY')?.text).toBeNull();
    expect(row.messages.find(({ role }) => role === 'QUESTION')?.text).toBe('Przy którym numerze?');
    for (const key of keysOf(photo)) expect(await storage.open(key)).toBeNull();
    expect((await sentMails()).some(({ to }) => to === email)).toBe(false);
    expect(await countPerson(SYSTEM, { email })).toMatchObject({ cases: 0 });
  });

  it('takes also what is kept of a form that was refused: the words and photos of whoever has the link', async () => {
    await give(filed, await staff('infolinia'), 'ask', { question: 'A z bliska?' });
    const { reference, code } = filed;
    const file = new File([new Uint8Array(await jpeg())], 'brama.jpg');
    const form = { code, back: '/sledz/x', reply: 'Za krótko? '.repeat(2000), photos: file };
    const refused = await callRoute(command, '/api/x', { form, params: { reference, command: 'reply' } });
    const [photo] = (await formOf(refused))?.photos ?? [];
    const id = photo?.value.split('.')[1] ?? '';
    expect(await storage.exists(originalKey(id))).toBe(true);
    await erased({ email });
    expect(await formOf(refused)).toBeNull();
    expect(await storage.exists(originalKey(id))).toBe(false);
  });

  it('takes the files of forms that were not sent with their rows', async () => {
    const draftId = await aDraftRow();
    await db.draft.update({ where: { id: draftId }, data: { data: { email } } });
    const photo = await aPhoto({ draftId, purpose: 'REPORT' });
    await erased({ email });
    for (const key of keysOf(photo)) expect(await storage.open(key)).toBeNull();
  });

  it('leaves what was released, unless it says who it was', async () => {
    const infoline = await staff('infolinia');
    await give(filed, infoline, 'release', { text: 'Latarnia nie świeci.', photos: [] });
    const telling = await aLife();
    await give(telling, infoline, 'release', { text: 'Kanarka mówi, że nie świeci.', photos: [] });
    await erased({ email });
    expect(await rowOf(filed)).toMatchObject({ publicText: 'Latarnia nie świeci.' });
    expect(await rowOf(telling)).toMatchObject({ publicText: null, releasedAt: null });
  });

  it('takes the name of an idea too, and the released one when it says who it was', async () => {
    const infoline = await staff('infolinia');
    const idea = () => aSubmission({ kind: 'IDEA', name: NAME, email, text: TEXT });
    const [plain, telling] = [await idea(), await idea()];
    expect((await rowOf(plain)).title).not.toBeNull();
    await give(plain, infoline, 'publish', { title: 'Ławki w cieniu', text: 'Więcej ławek.' });
    await give(telling, infoline, 'publish', { title: 'Ławki: Kanarka', text: 'Więcej ławek.' });
    await erased({ email });
    expect(await rowOf(plain)).toMatchObject({ title: null, text: null, publicTitle: 'Ławki w cieniu' });
    expect(await rowOf(telling)).toMatchObject({ title: null, publicTitle: null, publicText: null });
    const words = [await rowOf(plain), await rowOf(telling)].map(({ searchText }) => searchText ?? '');
    expect(words.join()).not.toMatch(/kanark/i);
  });

  it('finds supports by phone as by address, with the number gone too', async () => {
    const phoneHash = keyedHash(env.keys.contact, '+48601234567');
    const support = { id: newId(), submissionId: filed.id, name: NAME, phone: '+48601234567', phoneHash };
    await db.support.create({ data: { ...support, keyHash: newId(), createdAt: now(), verifiedAt: now() } });
    await erased({ phone: '601 234 567' });
    const kept = await db.support.findUniqueOrThrow({ where: { id: support.id } });
    expect(kept).toMatchObject({ name: null, phone: null, phoneHash: null });
    expect(kept.erasedAt).not.toBeNull();
  });

  it('ends the links when that is asked for, and only then', async () => {
    await erased({ phone: '601 234 567' });
    expect((await rowOf(filed)).trackingHash).toBe(sha256(filed.code));
    await erased({ code: filed.code }, true);
    expect((await rowOf(filed)).trackingHash).not.toBe(sha256(filed.code));
  });

  it('keeps supports counted and empties whose they were; drafts and kept forms go', async () => {
    const emailHash = keyedHash(env.keys.contact, email);
    const support = { id: newId(), submissionId: filed.id, name: NAME, email, emailHash, keyHash: newId() };
    await db.support.create({ data: { ...support, createdAt: now(), verifiedAt: now() } });
    const form = await db.formState.create({
      data: { id: newId(), data: { values: { email } }, expiresAt: now() },
    });
    await erased({ email });
    const kept = await db.support.findUniqueOrThrow({ where: { id: support.id } });
    expect(kept).toMatchObject({ name: null, email: null, emailHash: null });
    expect(kept.verifiedAt).not.toBeNull();
    expect(await db.formState.findUnique({ where: { id: form.id } })).toBeNull();
  });

  it('is noted in hashes alone, and applied again to what a backup brings back, but to nothing newer', async () => {
    await erased({ email });
    const ledger = await readFile(path.join(env.DATA_DIR, 'erasures.jsonl'), 'utf8');
    for (const word of [email, NAME, '601234567']) expect(ledger).not.toContain(word);
    // What a backup from before would bring back: the contact is there, the ledger's table is not.
    await db.erasure.deleteMany({});
    const emailHash = keyedHash(env.keys.contact, email);
    await db.contact.update({
      where: { submissionId: filed.id },
      data: { name: NAME, email, emailHash, erasedAt: null },
    });
    shiftClock(1000);
    const newer = await aSubmission({ email });
    await reapplyErasures(SYSTEM);
    expect((await rowOf(filed)).contact).toMatchObject({ name: null, email: null });
    expect((await rowOf(newer)).contact).toMatchObject({ email });
    await rm(path.join(env.DATA_DIR, 'erasures.jsonl'));
  });
});

describe('the page', () => {
  it('looks for whole addresses alone, and keeps them out of the address', async () => {
    const as = await staff('admin');
    const answer = await callRoute(find, '/api/privacy/find', { as, form: { email, phone: '' } });
    expect(answer.headers.get('location')).toMatch(/^\/staff\/dane-osobowe\?o=[0-9a-f-]{36}$/);
    expect((await callRoute(find, '/api/privacy/find', { as, json: { email: 'kanarka' } })).status).toBe(422);
  });

  it('erases only with a reason and a second yes', async () => {
    const as = await staff('admin');
    const half = await callRoute(erase, '/api/privacy/erase', { as, json: { email } });
    const { errors } = (await half.json()) as { errors: object };
    expect([half.status, Object.keys(errors).sort()]).toEqual([422, ['confirm', 'reason']]);
    expect((await rowOf(filed)).contact?.email).toBe(email);
    const whole = await callRoute(erase, '/api/privacy/erase', {
      as,
      json: { email, reason: 'Prośba', confirm: '1' },
    });
    expect(whole.status).toBe(200);
    expect((await rowOf(filed)).contact?.email).toBeNull();
  });

  it.each(ROLES)('is for a supervisor and an administrator: %s', async (role) => {
    const actor = await hire(role, ['OFFICER', 'LEAD'].includes(role) ? 'ZDMK' : null);
    const works = await Promise.allSettled([
      countPerson(actor, { email: 'nikt@example.org' }),
      exportPerson(actor, { email: 'nikt@example.org' }),
      erasePerson(actor, { query: { email: 'nikt@example.org' }, reason: 'a', endLinks: false }),
      reapplyErasures(actor),
    ]);
    const refused = works.filter((work) => work.status === 'rejected' && work.reason.code === 'FORBIDDEN');
    expect(refused).toHaveLength(['SUPERVISOR', 'ADMINISTRATOR'].includes(role) ? 0 : 4);
  });
});
