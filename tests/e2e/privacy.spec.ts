import type { APIRequestContext } from '@playwright/test';
import { mailsIn } from '#tests/factories/mail.ts';
import { anonymousPages, anonymousRoutes } from './harness/anonymous-routes.ts';
import { sharedByRun } from './harness/shared.ts';
import { type Case, expect, fileCase, say, test } from './people.ts';

const stamp = String(Date.now());
const digits = stamp.slice(-6);

/** What must stand nowhere: who reported, and what was not released. */
const CANARY = {
  name: `Kanarkowicz${stamp}`,
  email: `kanarek.${stamp}@example.org`,
  supporter: `poparcie.${stamp}@example.org`,
  phone: `699${digits}`,
  pesel: '44051401359',
  plate: 'KR 7K4N4',
  word: `zakanarcze${stamp}`,
  flat: `Zacisze 7 lok. ${digits}`,
};
const SECRETS = [...Object.values(CANARY), `699 ${digits.slice(0, 3)} ${digits.slice(3)}`];
const text = `Dziura, ${CANARY.word}. PESEL ${CANARY.pesel}, auto ${CANARY.plate}, dzwonić ${CANARY.phone}.`;
const who = { name: CANARY.name, email: CANARY.email, phone: CANARY.phone };

const told = (body: string) => SECRETS.filter((secret) => body.toLowerCase().includes(secret.toLowerCase()));

async function file(request: APIRequestContext, fields: Record<string, string>): Promise<Case> {
  return fileCase(request, { text, address: CANARY.flat, lat: '50.0697', lng: '19.9375', ...who, ...fields });
}

test('nothing of who reported and nothing unreleased is told to anybody @desktop', async ({
  desk,
  playwright,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const origin = baseURL ?? '';
  const headers = { origin, accept: 'application/json' };
  const anew = () => playwright.request.newContext({ baseURL: origin });
  const resident = await anew();
  const infoline = await desk('infolinia');
  const fresh = await file(resident, {});
  const [worked, sensitive, gone] = [
    await file(resident, {}),
    await file(resident, { category: 'spalanie' }),
    await file(resident, {}),
  ];
  await infoline.give(worked, 'forward', { department: 'ZDMK', note: `Notatka ${CANARY.word}` });
  await say(resident, gone, 'withdraw');
  const question = await file(resident, { kind: 'QUESTION', category: 'pytanie-inne' });
  // Publishing an idea releases its address: that one is meant for everybody.
  const idea = await file(resident, {
    kind: 'IDEA',
    category: 'pomysl-inny',
    title: `Pomysł ${CANARY.word}`,
    address: 'Długa 12',
  });
  await infoline.give(idea, 'publish', { title: 'Ławka przy szkole', text: 'Postawmy ławkę.' });
  const asked = await resident.post(`/api/submissions/${idea.reference}/support`, {
    data: { email: CANARY.supporter },
    headers,
  });
  expect(asked.ok(), await asked.text()).toBe(true);
  const call = await infoline.request.post('/api/staff/calls', {
    data: {
      key: crypto.randomUUID(),
      outcome: 'ANSWERED',
      topic: CANARY.word,
      name: CANARY.name,
      phone: CANARY.phone,
    },
    headers,
  });
  expect(call.status()).toBeLessThan(500);

  const cases = [fresh, worked, sensitive, gone, question, idea];
  const stranger = await file(resident, {
    ...who,
    text: 'Dziura.',
    address: 'Długa 12',
    name: '',
    email: '',
    phone: '',
  });
  const draft = crypto.randomUUID();
  const pages = anonymousPages({
    '/[...rest]': ['/nie-ma-takiej-strony'],
    '/karty-uslug/[code]': ['/karty-uslug/gabaryty'],
    '/logowanie/konto/[key]': ['/logowanie/konto/nie'],
    '/poparcie/[key]': ['/poparcie/nie'],
    '/sledz/[code]': [`/sledz/${stranger.code}`, '/sledz/0000000000000'],
    '/statystyki/[period]': ['/statystyki/2026-11', '/statystyki/2026'],
    '/zadaj-pytanie/[draft]/[step]': [`/zadaj-pytanie/${draft}/opis`],
    '/zglos/pomysl/[draft]/[step]': [`/zglos/pomysl/${draft}/opis`],
    '/zglos/problem/[draft]/[step]': [`/zglos/problem/${draft}/miejsce`],
    '/zgloszenia/[reference]': cases.map(({ reference }) => `/zgloszenia/${reference}`),
  });
  const routes = anonymousRoutes({
    '/manifest': ['/manifest'],
    '/offline': ['/offline'],
    '/api/audit': ['/api/audit'],
    '/api/drafts/outlines': ['/api/drafts/outlines'],
    '/api/health/live': ['/api/health/live'],
    '/api/health/ready': ['/api/health/ready'],
    '/api/map': [12, 15, 18].map((zoom) => `/api/map?bbox=19.7,49.9,20.3,50.2&zoom=${zoom}`),
    '/api/places': ['/api/places?q=Zacisze'],
    '/api/staff/card': ['/api/staff/card?q=kanarek'],
    '/api/statistics': [
      '/api/statistics?period=2026-11',
      '/api/statistics?period=2026&by=CATEGORY&format=json',
    ],
    '/api/suggest/categories': ['/api/suggest/categories?kind=PROBLEM&text=dziura'],
    '/media/[id]/[size]': [`/media/${draft}/small`],
  });
  // Whoever adds a page or a route says here how it is asked for.
  expect([...pages.unknown, ...routes.unknown]).toEqual([]);

  const anonymous = await anew();
  const found: string[] = [];
  const look = async (address: string, more: Record<string, string> = {}) => {
    const answer = await anonymous.get(address, { headers: more });
    expect(answer.status(), address).toBeLessThan(500);
    const hits = told(`${JSON.stringify(answer.headers())} ${(await answer.body()).toString('utf8')}`);
    found.push(...hits.map((secret) => `${address}: ${secret}`));
  };
  for (const language of ['', '/en', '/uk']) {
    for (const page of pages.addresses) {
      const address = `${language}${page}`.replace(/(?<=.)\/$/, '');
      await look(address);
      await look(address, { rsc: '1', accept: 'text/x-component' });
    }
  }
  for (const address of [
    ...routes.addresses,
    '/robots.txt',
    '/sitemap.xml',
    '/pomysly?q=ławka',
    '/zgloszenia?page=2',
  ]) {
    await look(address);
  }
  for (const [address, data] of [
    ['/api/procedures', { q: CANARY.word, lang: 'pl' }],
    ['/api/staff/topics', { q: CANARY.word }],
    ['/api/drafts/point', { lat: 50.0697, lng: 19.9375, lang: 'pl' }],
  ] as const) {
    const answer = await anonymous.post(address, { data, headers });
    expect(answer.status(), address).toBeLessThan(500);
    found.push(...told(await answer.text()).map((secret) => `${address}: ${secret}`));
  }
  for (const { reference } of cases)
    await look(`/api/submissions/${reference}/note`, { accept: 'application/json' });
  expect(found).toEqual([]);

  // What nobody may read, nobody finds either.
  const search = await anonymous.get(`/api/map?bbox=19.7,49.9,20.3,50.2&zoom=18&q=${CANARY.word}`);
  expect(((await search.json()) as { features: unknown[] }).features).toEqual([]);

  const mails = await mailsIn(sharedByRun().dataDir);
  const others = mails.filter(({ to }) => ![CANARY.email, CANARY.supporter].includes(to));
  const leaked = others.flatMap((mail) => told(`${mail.to} ${mail.subject} ${mail.text} ${mail.html}`));
  // A department is told where to go; who asked, and in what words, it reads in the portal.
  expect(leaked.filter((secret) => secret !== CANARY.flat)).toEqual([]);

  // The test would notice: the person's own page and mail do tell.
  const own = await resident.get(`/sledz/${fresh.code}`);
  expect(told(await own.text())).toContain(CANARY.word);
});

test('a person asks to be forgotten: found, said twice, gone @desktop', async ({ page, context, signIn }) => {
  const email = `zapomnij.${stamp}@example.org`;
  const filed = await fileCase(context.request, {
    text: 'Proszę mnie zapomnieć.',
    email,
    name: 'Osoba Zapominana',
  });
  await signIn('kierownik');
  await page.goto('/staff/dane-osobowe');
  await page.locator('[name=email]').first().fill(email);
  await page.locator('main').getByRole('button', { name: 'Szukaj', exact: true }).click();
  await expect(page.locator('main')).toContainText('1 sprawa');
  expect(page.url()).not.toContain('zapomnij');
  await page.getByRole('button', { name: 'Usuń dane' }).click();
  await expect(page).toHaveTitle(/^Błąd: /);
  await page.locator('[name=reason]').fill('Prośba z listu.');
  await page.locator('label[for=confirm]').click();
  await page.getByRole('button', { name: 'Usuń dane' }).click();
  await expect(page.locator('main')).toContainText('Dane są usunięte.');
  await page.goto(filed.page);
  await expect(page.locator('main')).not.toContainText('Proszę mnie zapomnieć.');
  await expect(page.locator('main .own-words')).toContainText('Tej treści już nie ma.');
});
