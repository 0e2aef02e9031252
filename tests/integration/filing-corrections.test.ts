import { describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { expireDrafts } from '#lib/filing/commands/expire.ts';
import { readDraft } from '#lib/filing/queries.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { Browser, draftOf, led, ORDINARY, stateOf } from '#tests/factories/filing.ts';
import { jpeg } from '#tests/factories/pictures.ts';

const DAY = 86_400_000;
const photo = async (name: string) => new File([new Uint8Array(await jpeg())], name, { type: 'image/jpeg' });
const rowOf = (draftId: string) => db.submission.findUniqueOrThrow({ where: { draftId } });

describe('what has to be corrected', () => {
  it('an empty text makes no draft', async () => {
    const before = await db.draft.count();
    const response = await new Browser().start({ kind: 'PROBLEM', text: ' \n ' });
    expect(led(response)).toMatchObject({ status: 303, to: expect.stringMatching(/^\/zglos\/problem\?f=/) });
    expect(await readFormState(stateOf(response))).toMatchObject({
      errors: { text: ['validation.textRequired'] },
    });
    expect(await db.draft.count()).toBe(before);
  });

  it('twenty thousand characters come back whole', async () => {
    const text = 'ż'.repeat(20_000);
    const response = await new Browser().start({ kind: 'PROBLEM', text });
    expect(await readFormState(stateOf(response))).toMatchObject({
      values: { text },
      errors: { text: ['validation.tooLong'] },
    });
  });

  it('a point in Warsaw is told as such, and what was answered before stays', async () => {
    const browser = new Browser();
    const id = draftOf(await browser.start({ kind: 'PROBLEM', text: 'Dziura', category: 'dziura-w-jezdni' }));
    const warsaw = { address: 'Marszałkowska 1', lat: '52.2297', lng: '21.0122', way: 'map' };
    const response = await browser.step(id, 'place', warsaw);
    expect(led(response).to).toMatch(/\/place\?f=/);
    expect(await readFormState(stateOf(response))).toMatchObject({
      values: warsaw,
      errors: { address: ['validation.placeOutside'] },
    });
    const { draft } = await readDraft({ actor: ANONYMOUS, secret: browser.secret }, id);
    expect(draft).toMatchObject({ text: 'Dziura', category: { code: 'dziura-w-jezdni' }, place: null });
  });

  it('a place told in words that name another town is asked about, and taken all the same', async () => {
    const browser = new Browser();
    const id = draftOf(await browser.start({ kind: 'PROBLEM', text: 'Dziura', category: 'dziura-w-jezdni' }));
    const placeOf = async () =>
      (await readDraft({ actor: ANONYMOUS, secret: browser.secret }, id)).draft?.place;
    const told = { way: 'words', description: 'przystanek w Wieliczce, koło kopalni' };
    expect(led(await browser.step(id, 'place', told)).to).toMatch(/\/photos$/);
    expect(await placeOf()).toMatchObject({ otherTown: 'Wieliczka', description: told.description });
    await browser.step(id, 'place', { address: 'Skawina, Rynek 1' });
    const chosen = await placeOf();
    expect([chosen?.lat, chosen?.otherTown]).toEqual([null, 'Skawina']);
    await browser.step(id, 'place', { address: 'Wielicka 12' });
    expect(await placeOf()).toMatchObject({ otherTown: null });
  });

  it('a point just outside the drawn border is taken', async () => {
    const browser = new Browser();
    const id = draftOf(await browser.start({ kind: 'PROBLEM', text: 'Dziura', category: 'dziura-w-jezdni' }));
    const district = await db.district.findFirstOrThrow({ where: { number: 18 } });
    const east = (district.outline as [number, number][]).reduce((most, point) =>
      point[0] > most[0] ? point : most,
    );
    const [lng, lat] = [east[0] + 0.002, east[1]];
    expect(led(await browser.step(id, 'place', { lat: String(lat), lng: String(lng) })).to).toMatch(
      /\/photos$/,
    );
  });

  it('a name that several places have is asked about; none of them may be right', async () => {
    const browser = new Browser();
    const id = draftOf(await browser.start({ kind: 'PROBLEM', text: 'Dziura', category: 'dziura-w-jezdni' }));
    expect(led(await browser.step(id, 'place', { address: 'Rondo' })).to).toMatch(/\/place$/);
    const owner = { actor: ANONYMOUS, secret: browser.secret };
    const { draft } = await readDraft(owner, id);
    expect(draft?.pending?.candidates.length).toBeGreaterThan(1);
    expect(led(await browser.step(id, 'place', { choice: '9' })).to).toMatch(/\/place\?f=/);
    expect(led(await browser.step(id, 'place', { choice: 'typed' })).to).toMatch(/\/photos$/);
    expect((await readDraft(owner, id)).draft).toMatchObject({
      pending: null,
      place: { address: 'Rondo', lat: null },
    });
    await browser.step(id, 'place', { address: 'Rondo' });
    await browser.step(id, 'place', { choice: '0' });
    expect((await readDraft(owner, id)).draft?.place?.lat).toBeTypeOf('number');
  });

  it('another address without a script drops the pin of the old one', async () => {
    const browser = new Browser();
    const id = await browser.readyDraft();
    const { lat, lng } = ORDINARY;
    await browser.step(id, 'place', { address: 'alejka za szkołą', lat, lng, pinned: 'Długa 12' });
    const { draft } = await readDraft({ actor: ANONYMOUS, secret: browser.secret }, id);
    expect(draft?.place).toMatchObject({ address: 'alejka za szkołą', lat: null });
  });

  it('a mistyped e-mail is told in plain words and nothing is lost', async () => {
    const browser = new Browser();
    const id = await browser.readyDraft();
    const response = await browser.step(id, 'contact', {
      name: 'Ola',
      email: 'ola.example.com',
      phone: '12',
    });
    expect(await readFormState(stateOf(response))).toMatchObject({
      values: { name: 'Ola', email: 'ola.example.com', phone: '12' },
      errors: { email: ['validation.emailNoAt'], phone: ['validation.phoneInvalid'] },
    });
  });

  it('what is missing at the end is asked on its own page', async () => {
    const browser = new Browser();
    const id = draftOf(await browser.start({ kind: 'PROBLEM', text: 'Dziura', category: 'dziura-w-jezdni' }));
    expect(led(await browser.submit(id)).to).toMatch(/\/place\?f=/);
    const program = await browser.submit(id, { accept: 'application/json' });
    expect(program.status).toBe(422);
    expect(await program.json()).toMatchObject({
      errors: { address: [{ key: 'validation.placeRequired' }] },
    });
  });

  it('a category of another kind is refused', async () => {
    const idea = await db.category.findFirstOrThrow({ where: { kind: 'IDEA' } });
    const browser = new Browser();
    const id = await browser.readyDraft();
    const response = await browser.step(id, 'category', { category: idea.code });
    expect(await readFormState(stateOf(response))).toMatchObject({
      errors: { category: ['validation.categoryUnknown'] },
    });
  });
});

describe('photos of a draft', () => {
  it('the good ones stay whatever is wrong with the others, and each bad one is named', async () => {
    const browser = new Browser();
    const id = await browser.readyDraft();
    const drawing = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'rysunek.jpg', {
      type: 'image/jpeg',
    });
    const big = new File([new Uint8Array(11 << 20)], 'duże.jpg', { type: 'image/jpeg' });
    const photos = [await photo('dobre.jpg'), drawing, big];
    const response = await browser.step(id, 'photos', { photos: photos as unknown as Blob });
    expect(response.status).toBe(303);
    expect(await readFormState(stateOf(response))).toMatchObject({
      values: { refused: expect.arrayContaining(['UNSUPPORTED rysunek.jpg', 'TOO_LARGE duże.jpg']) },
    });
    expect(await db.photo.count({ where: { draftId: id } })).toBe(1);
  });

  it('the sixth is one too many; the same one sent again is no second one', async () => {
    const browser = new Browser();
    const id = await browser.readyDraft();
    const same = await photo('raz.jpg');
    await browser.step(id, 'photos', { photos: same });
    await browser.step(id, 'photos', { photos: same });
    expect(await db.photo.count({ where: { draftId: id } })).toBe(1);
    const many = await Promise.all(['2', '3', '4', '5', '6'].map((name) => photo(`${name}.jpg`)));
    const response = await browser.step(id, 'photos', { photos: many as unknown as Blob });
    expect(await readFormState(stateOf(response))).toMatchObject({
      values: { refused: [expect.stringMatching(/^TOO_MANY/)] },
    });
    expect(await db.photo.count({ where: { draftId: id } })).toBe(5);
  });

  it('an empty file field is no file', async () => {
    const browser = new Browser();
    const id = await browser.readyDraft();
    const nothing = new File([], '', { type: 'application/octet-stream' });
    expect(led(await browser.step(id, 'photos', { photos: nothing })).to).toMatch(/\/check$/);
  });

  it('are taken away one by one, and only from the own draft', async () => {
    const [browser, other] = [new Browser(), new Browser()];
    const [id, theirs] = [await browser.readyDraft(), await other.readyDraft()];
    await browser.step(id, 'photos', { photos: await photo('x.jpg') });
    const { id: photoId } = await db.photo.findFirstOrThrow({ where: { draftId: id } });
    await other.step(theirs, 'photos', { remove: photoId });
    expect(await db.photo.count({ where: { draftId: id } })).toBe(1);
    expect(led(await browser.step(id, 'photos', { remove: photoId })).to).toMatch(/\/photos$/);
    expect(await db.photo.count({ where: { draftId: id } })).toBe(0);
  });
});

describe('seven days', () => {
  it('after them the draft says so, and keeps the words just typed for a new one', async () => {
    const browser = new Browser();
    const id = await browser.readyDraft();
    shiftClock(7 * DAY + 1000);
    expect((await browser.submit(id, { accept: 'application/json' })).status).toBe(410);
    const response = await browser.step(id, 'what', { text: 'Długo pisane słowa' });
    expect(led(response).to).toMatch(/\/what\?f=/);
    expect((await readFormState(stateOf(response)))?.values.text).toBe('Długo pisane słowa');
  });

  it('empties what was not sent, photos included, and spares what was', async () => {
    const browser = new Browser();
    const [forgotten, sent] = [await browser.readyDraft(), await browser.readyDraft()];
    await browser.step(forgotten, 'photos', { photos: await photo('f.jpg') });
    await browser.step(sent, 'photos', { photos: await photo('s.jpg') });
    await browser.submit(sent);
    shiftClock(7 * DAY + 1000);
    expect(await expireDrafts()).toBeGreaterThan(0);
    expect(await expireDrafts()).toBe(0);
    expect(await db.draft.findUnique({ where: { id: forgotten } })).toMatchObject({ data: {} });
    expect(await db.photo.count({ where: { draftId: forgotten } })).toBe(0);
    expect(await db.photo.count({ where: { submissionId: (await rowOf(sent)).id } })).toBe(1);
    const owner = { actor: ANONYMOUS, secret: browser.secret };
    await expect(readDraft(owner, forgotten)).rejects.toMatchObject({ code: 'GONE' });
    shiftClock(38 * DAY);
    await expireDrafts();
    expect(await db.draft.findUnique({ where: { id: forgotten } })).toBeNull();
  });
});
