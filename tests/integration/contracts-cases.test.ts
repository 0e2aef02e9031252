import { describe, expect, it } from 'vitest';
import { POST as answerStep } from '#app/api/drafts/[id]/[step]/route.ts';
import { POST as submit } from '#app/api/drafts/[id]/submit/route.ts';
import { POST as start } from '#app/api/drafts/route.ts';
import { POST as links } from '#app/api/links/route.ts';
import { POST as signIn } from '#app/api/session/route.ts';
import { POST as command } from '#app/api/submissions/[reference]/[command]/route.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { groupTrackingCode, sha256 } from '#lib/platform/ids.ts';
import { jpeg } from '#tests/factories/pictures.ts';
import { callRoute, sessionOf } from '#tests/factories/request.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give } from '#tests/factories/submission.ts';

/** What programs that file cases and work on them count on: addresses, field names, statuses, shapes. */

type Handler = Parameters<typeof callRoute>[0];
type Fields = Record<string, string | File>;
type Encode = (fields: Fields) => URLSearchParams | FormData;

const own = { origin: env.APP_URL };
const page = { accept: 'text/html', ...own };

let programs = 0;

/** A program that knows nothing of us but addresses, cookies and where an answer leads. */
class Program {
  #cookie = '';
  readonly #address: string;

  constructor() {
    programs += 1;
    this.#address = `198.51.100.${programs}`;
  }

  async post(path: string, body: BodyInit, headers: Record<string, string> = page): Promise<Response> {
    const [, , , id, step] = path.split('/');
    const handler: Handler = id === undefined ? start : step === 'submit' ? submit : answerStep;
    const request = new Request(new URL(path, env.APP_URL), {
      method: 'POST',
      body,
      headers: { 'x-client-address': this.#address, cookie: this.#cookie, ...headers },
    });
    const params = { ...(id && { id }), ...(step && step !== 'submit' && { step }) };
    const response = await handler(request, { params: Promise.resolve(params) });
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie;
    return response;
  }
}

const FIELDS_OF: Record<string, readonly string[]> = {
  category: ['category'],
  danger: [],
  place: ['address', 'lat', 'lng'],
  photos: ['photos'],
  contact: ['name', 'email', 'phone'],
};

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));

/** Goes where each answer leads, giving each page its fields, until it is led out of the form. */
async function walk(program: Program, fields: Fields, encode: Encode, first: readonly string[]) {
  const steps: string[] = [];
  let response = await program.post('/api/drafts', encode(pick(fields, first)));
  for (;;) {
    expect(response.status).toBe(303);
    const to = response.headers.get('location') ?? '';
    const [, id, step = ''] = /^\/zglos\/problem\/([0-9a-f-]{36})\/([a-z]+)$/.exec(to) ?? [];
    if (!id || steps.includes(step)) return { steps, to };
    steps.push(step);
    response =
      step === 'check'
        ? await program.post(`/api/drafts/${id}/submit`, encode({}))
        : await program.post(`/api/drafts/${id}/${step}`, encode(pick(fields, FIELDS_OF[step] ?? [])));
  }
}

const urlencoded: Encode = (fields) => {
  const texts = Object.entries(fields).filter((one): one is [string, string] => typeof one[1] === 'string');
  return new URLSearchParams(texts);
};
const multipart: Encode = (fields) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  // A body of no parts at all is none: a browser sends at least its button or a hidden field.
  if (Object.keys(fields).length === 0) data.append('back', '/');
  return data;
};

const NAMES = ['text', 'category', 'address', 'lat', 'lng', 'photos', 'name', 'email', 'phone'];

async function everyField(): Promise<Fields> {
  const values = [
    'Dziura w jezdni przed apteką.',
    'dziura-w-jezdni',
    'Długa 12',
    '50.0697',
    '19.9375',
    new File([new Uint8Array(await jpeg())], 'dziura.jpg', { type: 'image/jpeg' }),
    'Jan Próbny',
    'jan.probny@example.com',
    '600 100 200',
  ];
  return Object.fromEntries(NAMES.map((name, i) => [name, values[i] as string | File]));
}

describe('filing by plain form posts', () => {
  it.each([
    ['urlencoded, step by step', urlencoded, ['text'], 0],
    ['urlencoded, all at once', urlencoded, NAMES, 0],
    ['multipart, step by step', multipart, ['text'], 1],
    ['multipart, all at once', multipart, NAMES, 1],
  ])('%s: ends at /sledz/<code>?przyjete=1 with every field kept', async (_how, encode, first, photos) => {
    const { steps, to } = await walk(new Program(), await everyField(), encode, first);
    if (first.length > 1) expect(steps).toEqual(['check']);
    else expect(steps.at(-1)).toBe('check');
    const code = /^\/sledz\/([0-9A-Z]{13})\?przyjete=1$/.exec(to)?.[1] ?? '';
    const row = await db.submission.findUniqueOrThrow({
      where: { trackingHash: sha256(code) },
      include: { places: true, photos: true },
    });
    expect(row).toMatchObject({
      kind: 'PROBLEM',
      status: 'RECEIVED',
      channel: 'WEB',
      text: 'Dziura w jezdni przed apteką.',
      categoryCode: 'dziura-w-jezdni',
      reference: expect.stringMatching(/^KRK-\d{4}-\d{6}$/),
      places: [{ address: 'Długa 12', lat: 50.0697, lng: 19.9375 }],
    });
    expect(row.photos).toHaveLength(photos);
    expect(await db.contact.findUnique({ where: { submissionId: row.id } })).toMatchObject({
      name: 'Jan Próbny',
      email: 'jan.probny@example.com',
      phone: '+48600100200',
    });
  });

  it('takes a file field that was left empty, as browsers send it', async () => {
    const fields = { ...(await everyField()), photos: new File([], '') };
    const { to } = await walk(new Program(), fields, multipart, NAMES);
    expect(to).toMatch(/^\/sledz\/[0-9A-Z]{13}\?przyjete=1$/);
  });
});

const post = (one: Pick<Case, 'reference'>, name: string, options: Parameters<typeof callRoute>[2]) =>
  callRoute(command, `/api/submissions/${one.reference}/${name}`, {
    params: { reference: one.reference, command: name },
    ...options,
  });
const versionOf = async ({ id }: Case) => (await db.submission.findUniqueOrThrow({ where: { id } })).version;

describe('a command', () => {
  it('as JSON answers with the new state', async () => {
    const one = await aSubmission();
    const version = await versionOf(one);
    const json = { department: 'ZDMK', version };
    const response = await post(one, 'forward', { as: await staff('infolinia'), json });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      reference: one.reference,
      status: 'FORWARDED',
      version: version + 1,
    });
  });

  it('as a form leads on, to the page it names', async () => {
    const one = await aSubmission();
    const next = `/staff/zgloszenia/${one.reference}`;
    const form = { department: 'ZDMK', version: String(await versionOf(one)), next };
    const response = await post(one, 'forward', { as: await staff('infolinia'), form });
    expect([response.status, response.headers.get('location')]).toEqual([303, next]);
  });

  it.each<[string, (code: string) => string]>([
    ['as it is', (code) => code],
    ['in small letters', (code) => code.toLowerCase()],
    ['in groups', groupTrackingCode],
    [
      'in groups, small, with blanks',
      (code) => ` ${groupTrackingCode(code).toLowerCase().replaceAll('-', ' ')} `,
    ],
  ])('of the reporter takes the tracking code %s', async (_how, typed) => {
    const one = await aSubmission();
    const json = { code: typed(one.code), version: await versionOf(one) };
    const response = await post(one, 'withdraw', { json });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'CLOSED' });
  });

  it('that does not exist, or for a case that does not, is a problem with status 404', async () => {
    const infoline = await staff('infolinia');
    const one = await aSubmission();
    for (const response of [
      await post(one, 'destroy', { as: infoline, json: {} }),
      await post({ reference: 'KRK-2026-999999' }, 'take', { as: infoline, json: { version: 1 } }),
    ]) {
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(await response.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    }
  });
});

/** A case of somebody whose data would be known anywhere, changed since the given version was seen. */
async function overtaken() {
  const one = await aSubmission({ name: 'Kanarek Żółty', email: 'kanarek@example.com', phone: '511222333' });
  const version = await versionOf(one);
  const infoline = await staff('infolinia');
  await give(one, infoline, 'forward', { department: 'ZDMK' });
  return { one, version, infoline };
}

describe('a conflict', () => {
  it('is 409 with the current state for a program', async () => {
    const { one, version, infoline } = await overtaken();
    const json = { explanation: 'Naprawione.', version };
    const response = await post(one, 'answer', { as: infoline, json });
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toMatchObject({
      type: 'about:blank',
      title: expect.any(String),
      status: 409,
      code: 'CONFLICT',
      current: { reference: one.reference, status: 'FORWARDED', version: await versionOf(one) },
    });
  });

  it('is a page with status 409 for a form', async () => {
    const { one, version, infoline } = await overtaken();
    const form = { explanation: 'Naprawione.', version: String(version) };
    const response = await post(one, 'answer', { as: infoline, form });
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toMatch(/^<!doctype html>[\s\S]*<h1/i);
  });
});

describe('where a change may come from', () => {
  const body = () => new URLSearchParams({ text: 'Dziura' });
  it.each<[string, Record<string, string>, number]>([
    ['our own origin', own, 303],
    ['a browser that says so', { 'sec-fetch-site': 'same-origin' }, 303],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another site, whatever else it says', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 403],
    ['another part of the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['nowhere', {}, 403],
  ])('%s → %s %i', async (_where, headers, status) => {
    const response = await new Program().post('/api/drafts', body(), { accept: 'text/html', ...headers });
    expect(response.status).toBe(status);
  });

  it('holds for commands of people who are signed in', async () => {
    const one = await aSubmission();
    const cookie = await sessionOf(await staff('infolinia'));
    const headers = { origin: 'https://evil.example', cookie };
    const response = await post(one, 'forward', { json: { department: 'ZDMK', version: 1 }, headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'FOREIGN_ORIGIN' });
  });
});

describe('a refusal', () => {
  it('repeats nothing of who asked or who the case is about', async () => {
    const { one, version, infoline } = await overtaken();
    const person = { name: 'Kanarek Żółty', email: 'kanarek@example.com@', phone: '511222333x' };
    const answer = { explanation: 'Kanarek', version };
    const evil = { origin: 'https://evil.example' };
    const refused: [number, Response][] = [
      [422, await callRoute(start, '/api/drafts', { json: { kind: 'PROBLEM', text: '', ...person } })],
      [403, await callRoute(start, '/api/drafts', { form: person, headers: evil })],
      [
        401,
        await callRoute(signIn, '/api/session', { json: { email: 'kanarek@example.com', password: 'x' } }),
      ],
      [422, await callRoute(links, '/api/links', { json: { reference: one.reference, ...person } })],
      [409, await post(one, 'answer', { as: infoline, json: answer })],
      [
        409,
        await post(one, 'answer', { as: infoline, form: { explanation: 'Kanarek', version: `${version}` } }),
      ],
      [403, await post(one, 'close', { as: infoline, json: { version: version + 1 } })],
      [409, await post(one, 'forward', { as: infoline, json: { department: 'ZDMK', version: version + 1 } })],
      [403, await post(one, 'forward', { as: await staff('mpo'), json: { department: 'MPO', version } })],
    ];
    for (const [status, response] of refused) {
      expect(response.status).toBe(status);
      const said = (await response.text()) + JSON.stringify([...response.headers]);
      expect(said).not.toMatch(/kanarek|511 ?222 ?333/i);
      expect(said).not.toContain(one.code);
    }
  });
});
