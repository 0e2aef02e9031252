import { beforeAll, describe, expect, it } from 'vitest';
import { POST as join } from '#app/api/staff/join/route.ts';
import { POST as look } from '#app/api/staff/look/route.ts';
import { POST as file } from '#app/api/staff/submissions/route.ts';
import { POST as command } from '#app/api/submissions/[reference]/[command]/route.ts';
import { POST as preview } from '#app/api/submissions/[reference]/preview/route.ts';
import type { StaffActor } from '#lib/access/actor.ts';
import { removeOrphanedMedia } from '#lib/media/jobs/sweep.ts';
import { originalKey } from '#lib/media/keys.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { newId } from '#lib/platform/ids.ts';
import { hit, LIMITS } from '#lib/platform/limits.ts';
import { storage } from '#lib/platform/storage.ts';
import { jpeg } from '#tests/factories/pictures.ts';
import { callRoute } from '#tests/factories/request.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give } from '#tests/factories/submission.ts';

type Handler = Parameters<typeof callRoute>[0];
type Options = NonNullable<Parameters<typeof callRoute>[2]>;

let infoline: StaffActor;
beforeAll(async () => {
  infoline = await staff('infolinia');
});

const picture = async (name: string) =>
  new File([new Uint8Array(await jpeg())], name, { type: 'image/jpeg' });

/** Sends a form as a page without a script does. `state` is what it came back with, null when it was taken. */
async function send(handler: Handler, form: NonNullable<Options['form']>, more: Omit<Options, 'form'>) {
  const answer = await callRoute(handler, '/api/x', { form, ...more });
  const text = answer.status === 303 ? (answer.headers.get('location') ?? '') : await answer.text();
  const state = await readFormState(/[?&;]f=([0-9a-f-]{36})/.exec(text)?.[1]);
  return { status: answer.status, state, photos: state?.photos ?? [] };
}

const idOf = ({ value }: { value: string }) => value.split('.')[1] ?? '';
const isStored = (id: string) => storage.exists(originalKey(id));
const photosAt = ({ id }: Case) => db.photo.findMany({ where: { submissionId: id } });

/** A case whose reporter is asked something, and a way to answer by the link. */
async function asked() {
  const submission = await aSubmission();
  await give(submission, infoline, 'ask', { question: 'Jak to wygląda?' });
  const { reference, code } = submission;
  const form = { code, back: `/sledz/${code}?k=reply` };
  const reply = (fields: NonNullable<Options['form']>) =>
    send(command, { ...form, ...fields }, { params: { reference, command: 'reply' } });
  return { submission, reply };
}

describe('the photos of a reply that was refused for its words', () => {
  it('are kept, named, and sent with the next try; those whose box was cleared are not', async () => {
    const { submission, reply } = await asked();
    const first = await reply({
      reply: '',
      photos: [await picture('dach.jpg'), await picture('mur.jpg')] as never,
    });
    expect(first.photos.map(({ name }) => name)).toEqual(['dach.jpg', 'mur.jpg']);
    expect(Object.keys(first.state?.errors ?? {})).toEqual(['reply']);
    const second = await reply({
      reply: 'Tak:',
      keptPhotos: first.photos[1]?.value ?? '',
      photos: await picture('okno.jpg'),
    });
    expect(second).toMatchObject({ status: 303, state: null });
    const rows = await photosAt(submission);
    expect(rows).toHaveLength(2);
    expect(rows.map(({ id }) => id)).toContain(idOf(first.photos[1] ?? { value: '' }));
  });

  it('are the same photos however often it is refused, and a bad file beside them is told', async () => {
    const { submission, reply } = await asked();
    const [one] = (await reply({ reply: '', photos: await picture('dach.jpg') })).photos;
    const bad = new File(['<svg/>'], 'rysunek.jpg');
    const again = await reply({ reply: 'Tak:', keptPhotos: one?.value ?? '', photos: bad });
    expect(again.state?.errors).toMatchObject({ photos: ['media.unsupported'] });
    expect(again.photos.map(idOf)).toEqual([idOf(one ?? { value: '' })]);
    expect(await reply({ reply: 'Tak:', keptPhotos: again.photos[0]?.value ?? '' })).toMatchObject({
      state: null,
    });
    expect(await photosAt(submission)).toHaveLength(1);
  });

  it('are no more than a form may have', async () => {
    const { submission, reply } = await asked();
    const some = (count: number) => Promise.all(Array.from({ length: count }, (_, n) => picture(`${n}.jpg`)));
    const first = await reply({ reply: '', photos: (await some(4)) as never });
    const keptPhotos = first.photos.map(({ value }) => value);
    const second = await reply({ reply: 'Tak:', keptPhotos, photos: (await some(2)) as never });
    expect(second.state?.errors).toEqual({ photos: ['media.tooMany'] });
    expect(second.photos).toHaveLength(5);
    expect(await photosAt(submission)).toHaveLength(0);
  });
});

describe('a photo kept for somebody', () => {
  it('is said to be lost when the form is refused before anybody looked whose it is', async () => {
    const { submission, reply } = await asked();
    const [mine] = (await reply({ reply: '', photos: await picture('moje.jpg') })).photos;
    const clientAddress = 'who wrote very much';
    for (let times = 0; times < LIMITS.reporterCommand.hits; times += 1)
      await hit('reporterCommand', clientAddress);
    const { reference, code } = submission;
    const form = { code, back: '/sledz/x', reply: 'Tak:', keptPhotos: mine?.value ?? '' };
    const over = await send(command, form, { params: { reference, command: 'reply' }, clientAddress });
    expect(over).toMatchObject({ status: 429, photos: [] });
    expect(over.state?.errors).toEqual({ photos: ['validation.photosAgain'] });
  });

  it('is given to nobody else: not to another link, not to staff, not to a guess', async () => {
    const { reply } = await asked();
    const [mine] = (await reply({ reply: '', photos: await picture('moje.jpg') })).photos;
    const keptPhotos = mine?.value ?? '';
    const other = await asked();
    const stolen = await other.reply({ reply: 'Tak:', keptPhotos });
    expect(stolen.state?.errors).toEqual({ photos: ['validation.photosAgain'] });
    expect(stolen.photos).toEqual([]);
    const { reference } = other.submission;
    const form = { back: '/staff', version: '2', outcome: 'FIXED', explanation: 'Naprawione.', keptPhotos };
    const params = { reference, command: 'resolve' };
    expect((await send(command, form, { params, as: infoline })).state?.errors).toMatchObject({
      photos: ['validation.photosAgain'],
    });
    for (const guess of [
      `${newId()}.${idOf(mine ?? { value: '' })}`,
      '.',
      'x',
      `${keptPhotos.split('.')[0]}.`,
    ]) {
      const answer = await other.reply({ reply: 'Tak:', keptPhotos: guess });
      expect(answer.state?.errors).toEqual({ photos: ['validation.photosAgain'] });
    }
    expect(await photosAt(other.submission)).toHaveLength(0);
    expect(await isStored(idOf(mine ?? { value: '' }))).toBe(true);
  });

  it('does not move to another case once it was sent, and a second click is one photo', async () => {
    const { submission, reply } = await asked();
    const [mine] = (await reply({ reply: '', photos: await picture('moje.jpg') })).photos;
    await reply({ reply: 'Tak:', keptPhotos: mine?.value ?? '' });
    await give(submission, infoline, 'ask', { question: 'A z bliska?' });
    expect(await reply({ reply: 'Znowu:', keptPhotos: mine?.value ?? '' })).toMatchObject({ state: null });
    expect(await photosAt(submission)).toHaveLength(1);
  });

  it('is swept a day later when it was not sent, and must be chosen again then', async () => {
    const { submission, reply } = await asked();
    const [mine] = (await reply({ reply: '', photos: await picture('moje.jpg') })).photos;
    shiftClock(25 * 3_600_000);
    try {
      await removeOrphanedMedia();
    } finally {
      shiftClock(0);
    }
    expect(await isStored(idOf(mine ?? { value: '' }))).toBe(false);
    const late = await reply({ reply: 'Tak:', keptPhotos: mine?.value ?? '' });
    expect(late.state?.errors).toEqual({ photos: ['validation.photosAgain'] });
    expect(await photosAt(submission)).toEqual([]);
  });

  it('is not kept for who has no link and no session, nor for a flood, nor for a program', async () => {
    const before = await db.formState.count();
    const { submission, reply } = await asked();
    const { reference, code } = submission;
    const stranger = { code: '0000000000000', back: '/sledz/x', reply: '' };
    const params = { reference, command: 'reply' };
    expect((await send(command, { ...stranger, photos: await picture('a.jpg') }, { params })).photos).toEqual(
      [],
    );
    const clientAddress = 'a flood of photos';
    for (let times = 0; times < LIMITS.keptPhotos.hits; times += 1) await hit('keptPhotos', clientAddress);
    const form = { code, back: '/sledz/x', reply: '', photos: await picture('a.jpg') };
    const over = await send(command, form, { params, clientAddress });
    expect(over.photos).toEqual([]);
    expect(over.state?.errors.photos).toEqual(['validation.photosAgain']);
    expect(await reply({ reply: '' })).toMatchObject({ photos: [] });
    expect(await db.formState.count()).toBeGreaterThan(before);
    const headers = { accept: 'application/json' };
    const program = await callRoute(command, '/api/x', { form, params, headers });
    expect(program.status).toBe(422);
    expect(await program.text()).not.toContain('sha256');
  });
});

describe('a form that was sent and is sent again with a photo that was forgotten', () => {
  it('is no second click: the photo is taken, or the form says that it was not', async () => {
    const { submission, reply } = await asked();
    const { version } = await db.submission.findUniqueOrThrow({ where: { id: submission.id } });
    const form = { reply: 'Tak:', version: String(version) };
    expect(await reply(form)).toMatchObject({ status: 303, state: null });
    expect(await reply(form)).toMatchObject({ status: 303, state: null });
    const again = await reply({ ...form, photos: await picture('dach.jpg') });
    expect([await photosAt(submission), again.photos].map((photos) => photos.length)).toEqual([0, 1]);
    expect(again.status).toBe(409);
    const asIs = { params: { reference: submission.reference, command: 'resolve' }, as: infoline };
    const { version: now } = await db.submission.findUniqueOrThrow({ where: { id: submission.id } });
    const result = { back: '/staff', outcome: 'FIXED', explanation: 'Naprawione.', version: String(now) };
    const photos = await picture('po.jpg');
    for (let clicks = 0; clicks < 2; clicks += 1)
      expect(await send(command, { ...result, photos }, asIs)).toMatchObject({ status: 303, state: null });
    expect(await photosAt(submission)).toHaveLength(1);
  });

  it('of the infoline says that what changed was not taken', async () => {
    const { code: category } = await db.category.findFirstOrThrow({
      where: { kind: 'PROBLEM', danger: false, sensitive: false },
    });
    const place = { address: 'Rynek Główny 1', lat: '50.0617', lng: '19.9373' };
    const form = { key: newId(), channel: 'PHONE', kind: 'PROBLEM', category, text: 'Dziura.', ...place };
    const photos = await picture('a.jpg');
    const to = async (fields: object) =>
      (await callRoute(file, '/api/x', { form: { ...form, ...fields }, as: infoline })).headers.get(
        'location',
      );
    expect(await to({ photos })).not.toContain('inne');
    expect(await to({ photos })).not.toContain('inne');
    expect(await to({ photos: await picture('b.jpg') })).toContain('inne=1');
  });
});

describe('the photos of staff', () => {
  const idea = async () => {
    const submission = await aSubmission();
    await give(submission, infoline, 'forward', { department: 'ZDMK' });
    const zdmk = await staff('zdmk');
    await give(submission, zdmk, 'take', {});
    const { version } = await db.submission.findUniqueOrThrow({ where: { id: submission.id } });
    return { submission, zdmk, version: String(version), reference: submission.reference };
  };

  it('stay when a result is refused for its words, goes through a preview, and meets a conflict', async () => {
    const { submission, zdmk, version, reference } = await idea();
    const base = { back: `/staff/zgloszenia/${reference}`, form: 'resolve', outcome: 'FIXED' };
    const to = { params: { reference, command: 'resolve' }, as: zdmk };
    const first = await send(
      command,
      { ...base, version, explanation: '', photos: await picture('po.jpg') },
      to,
    );
    expect(first.state?.errors).not.toHaveProperty('photos');
    const words = { ...base, explanation: 'Naprawione dzisiaj.', keptPhotos: first.photos[0]?.value ?? '' };
    const looked = await send(preview, { ...words, version }, to);
    expect(looked.state?.errors).toEqual({});
    const late = { ...words, keptPhotos: looked.photos[0]?.value ?? '' };
    const conflict = await send(command, { ...late, version: '1' }, to);
    expect(conflict.status).toBe(409);
    expect(conflict.photos.map(idOf)).toEqual(first.photos.map(idOf));
    const done = await send(command, { ...late, version, keptPhotos: conflict.photos[0]?.value ?? '' }, to);
    expect(done).toMatchObject({ status: 303, state: null });
    expect(await photosAt(submission)).toMatchObject([
      { id: idOf(first.photos[0] ?? { value: '' }), purpose: 'RESULT' },
    ]);
  });

  it('stay with the form of the infoline: when it is looked at, when it is refused, when a joining is', async () => {
    const base = { key: newId(), back: '/staff/nowe', channel: 'PHONE', kind: 'PROBLEM', category: '' };
    const as = infoline;
    const looked = await send(look, { ...base, text: 'Dziura', photos: await picture('a.jpg') }, { as });
    expect(looked.photos).toHaveLength(1);
    const keptPhotos = looked.photos[0]?.value ?? '';
    const refused = await send(file, { ...base, text: '', keptPhotos }, { as });
    expect(Object.keys(refused.state?.errors ?? {})).not.toContain('photos');
    const joined = await send(
      join,
      { ...base, join: 'nic', email: 'x', keptPhotos: refused.photos[0]?.value ?? '' },
      { as },
    );
    expect(joined.photos.map(idOf)).toEqual(looked.photos.map(idOf));
    const category = (
      await db.category.findFirstOrThrow({ where: { kind: 'PROBLEM', danger: false, sensitive: false } })
    ).code;
    const form = {
      ...base,
      category,
      text: 'Dziura w jezdni.',
      address: 'Rynek Główny 1',
      lat: '50.0617',
      lng: '19.9373',
    };
    const filed = await send(file, { ...form, keptPhotos: joined.photos[0]?.value ?? '' }, { as });
    expect(filed).toMatchObject({ status: 303, state: null });
    expect(
      await db.photo.findUniqueOrThrow({ where: { id: idOf(looked.photos[0] ?? { value: '' }) } }),
    ).toMatchObject({
      purpose: 'REPORT',
      draftId: null,
    });
  });
});
