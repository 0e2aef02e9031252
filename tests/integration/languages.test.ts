import { describe, expect, it } from 'vitest';
import { GET as manifest } from '#app/[locale]/manifest/route.ts';
import { POST as signOut } from '#app/api/session/end/route.ts';
import { POST as signIn } from '#app/api/session/route.ts';
import { POST as command } from '#app/api/submissions/[reference]/[command]/route.ts';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { openDrafts } from '#lib/filing/queries.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { emailOf } from '#tests/factories/accounts.ts';
import { Browser, draftOf, led, ORDINARY } from '#tests/factories/filing.ts';
import { sentMails, workOffJobs } from '#tests/factories/jobs.ts';
import { callRoute } from '#tests/factories/request.ts';
import { staff } from '#tests/factories/staff.ts';

const page = (path: string) => ({ referer: `${env.APP_URL}${path}` });
const rowOf = (draftId: string) => db.submission.findUniqueOrThrow({ where: { draftId } });

/** Words of Polish that no English or Ukrainian mail may have, outside names and addresses. */
const POLISH = /zgłoszeni|sprawa|dziękujemy|napiszemy|Infolinia Miejska|dzień dobry/i;

describe('a report keeps the language in which it is made', () => {
  it('through its steps, its draft, its confirmation and its mail', async () => {
    const browser = new Browser();
    const email = 'olena@example.com';
    const first = await browser.start({ kind: 'PROBLEM', text: 'Яма на дорозі' }, page('/uk/zglos/problem'));
    const id = draftOf(first);
    expect(led(first).to).toBe(`/uk/zglos/problem/${id}/category`);
    expect(await openDrafts({ actor: ANONYMOUS, secret: browser.secret })).toMatchObject([{ locale: 'uk' }]);

    const back = { back: `/uk/zglos/problem/${id}/category` };
    const step = await browser.step(id, 'category', { ...back, category: ORDINARY.category });
    expect(led(step).to).toBe(`/uk/zglos/problem/${id}/place`);
    await browser.step(id, 'place', { ...back, address: 'вул. Длуга 12' });
    await browser.step(id, 'photos', back);
    expect(led(await browser.step(id, 'contact', { ...back, email })).to).toBe(
      `/uk/zglos/problem/${id}/check`,
    );
    const sent = await browser.submit(id, { accept: 'application/json' }, back.back);
    const { url } = (await sent.json()) as { url: string };
    expect(url).toMatch(/^\/uk\/sledz\/[0-9A-Z]{13}\?przyjete=1$/);

    const row = await rowOf(id);
    expect(row.locale).toBe('uk');
    const place = await db.place.findFirst({ where: { submissionId: row.id } });
    expect(place?.address).toBe('Długa 12');
    await workOffJobs();
    const mail = (await sentMails()).find(({ to }) => to === email);
    expect(mail?.subject).toContain(`Прийнято: яма на дорозі, Długa 12 (${row.reference})`);
    expect(mail?.html).toContain('lang="uk"');
    expect(mail?.links.filter((link) => link.includes('/sledz/'))).toEqual([
      `${env.APP_URL}/uk/sledz/${mail?.code}`,
    ]);
    expect(mail?.text).not.toMatch(POLISH);
  });

  it('and goes on in another one when the person changed it on the way', async () => {
    const browser = new Browser();
    const id = draftOf(await browser.start({ ...ORDINARY }, page('/uk/zglos/problem')));
    expect(led(await browser.submit(id, page('/uk'), '/zglos/problem')).to).toMatch(/^\/sledz\//);
    expect((await rowOf(id)).locale).toBe('pl');
  });

  it('also where nothing but the draft says which it is', async () => {
    const browser = new Browser();
    const id = draftOf(await browser.start({ ...ORDINARY }, page('/en/zglos/problem')));
    const step = await browser.step(id, 'contact', { email: '' });
    expect(led(step).to).toBe(`/en/zglos/problem/${id}/check`);
  });
});

describe('a refusal is said in the language of whoever is refused', () => {
  const path = '/api/submissions/KRK-2020-000001/close';
  const params = { reference: 'KRK-2020-000001', command: 'close' };

  it.each([
    ['en-GB,en;q=0.9', 'en', 'There is no such page here.'],
    ['uk', 'uk', 'Такої сторінки тут немає.'],
    ['de', 'pl', 'Tej strony tu nie ma.'],
  ])('to a program that prefers %s', async (header, language, title) => {
    const response = await callRoute(command, path, {
      json: {},
      params,
      headers: { 'accept-language': header },
    });
    expect(response.headers.get('content-language')).toBe(language);
    expect(await response.json()).toMatchObject({ title });
  });

  it('to a form, on a page with its own ways on', async () => {
    const response = await callRoute(command, path, { form: { back: '/uk/sledz' }, params });
    const html = await response.text();
    expect(html).toContain('<html lang="uk">');
    expect(html).toContain('Такої сторінки тут немає');
    expect(html).toContain('href="/uk/zglos/problem"');
    expect(html).not.toMatch(POLISH);
  });
});

describe('staff stay in their language', () => {
  const account = { email: emailOf('zzm'), password: env.DEMO_PASSWORD };

  it('when they sign in and out', async () => {
    const inside = await callRoute(signIn, '/api/session', { form: { ...account, back: '/en/logowanie' } });
    expect(inside.headers.get('location')).toBe('/en/staff');
    const out = await callRoute(signOut, '/api/session/end', {
      form: {},
      headers: page('/uk/staff'),
      as: await staff('zzm'),
    });
    expect(out.headers.get('location')).toBe('/uk/logowanie?zrobione=wylogowanie');
  });
});

describe('the portal on the first screen of a phone', () => {
  it.each([
    ['pl', 'Krakowskie Centrum Kontakt', '/'],
    ['en', 'Kraków Contact Centre', '/en'],
    ['uk', 'Краківський контакт-центр', '/uk'],
  ])('has its name in %s', async (locale, name, start) => {
    const response = await callRoute(manifest, `/${locale}/manifest`, { params: { locale } });
    expect(response.headers.get('content-type')).toContain('application/manifest+json');
    expect(await response.json()).toMatchObject({ name, lang: locale, start_url: start });
  });
});
