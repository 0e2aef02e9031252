import type { Locale } from '#lib/i18n/languages.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingSideways } from './looking.ts';
import { casePage, fileCase, stepOf } from './people.ts';
import { confirmed, goOn, PAINTED } from './resident.ts';
import { polishIn, polishOn } from './strange-words.ts';

type Words = {
  language: Locale;
  name: string;
  door: string;
  error: RegExp;
  text: string;
  category: string;
  address: string;
  day: RegExp;
  subject: string;
};

const ENGLISH: Words = {
  language: 'en',
  name: 'English',
  door: 'Report a problem',
  error: /^Error: What happened/,
  text: 'There is a deep pothole in front of the pharmacy and cars swerve around it.',
  category: 'Pothole',
  address: '12 Długa Street',
  day: /by \d{1,2}\s(January|February|March|April|May|June|July|August|September|October|November|December)/,
  subject: 'Received: pothole, Długa 12',
};

const UKRAINIAN: Words = {
  language: 'uk',
  name: 'Українська',
  door: 'Повідомити про проблему',
  error: /^Помилка: Що сталося/,
  text: 'Глибока яма на дорозі перед аптекою, машини її об’їжджають.',
  category: 'Яма на дорозі',
  address: 'вул. Длуга 12',
  day: /\d{1,2}\s(січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)/,
  subject: 'Прийнято: яма на дорозі, Długa 12',
};

for (const words of [ENGLISH, UKRAINIAN]) {
  const { language } = words;
  // One of them wide, the other on a phone: the words are the same, and the longer ones meet the narrower screen.
  const size = language === 'en' ? '@desktop' : '@phone';

  test(`from the first page to the mail in ${words.name} ${size}`, async ({ page, axe, mailbox }) => {
    const email = `mova-${language}-${Date.now()}@example.org`;
    const main = page.locator('main');
    const whole = async () => {
      expect(await polishOn(page, language), `Polish on ${page.url()}`).toEqual([]);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expectNothingSideways(page);
    };

    await page.goto('/');
    await page.locator('header').getByRole('link', { name: words.name }).click();
    await expect(page).toHaveURL(`/${language}`);
    await whole();
    await axe();
    await main.getByRole('link', { name: words.door }).first().click();
    await expect(page).toHaveURL(`/${language}/zglos/problem`);
    await goOn(page);
    await expect(page).toHaveTitle(words.error);
    await whole();

    await page.locator('[name=text]').fill(words.text);
    await goOn(page);
    await expect(page.locator('main input[name=category]').first()).toHaveAccessibleName(words.category);
    await whole();
    await axe();
    await page.locator('main input[name=category]').first().check(PAINTED);
    await goOn(page);
    await page.locator('[name=address]').fill(words.address);
    await page.keyboard.press('Escape');
    await whole();
    await goOn(page);
    await whole();
    await goOn(page);
    await page.locator('[name=email]').fill(email);
    await whole();
    await goOn(page);
    await expect(main).toContainText('Długa 12');
    await expect(main).toContainText(words.day);
    await whole();
    await axe();

    await goOn(page);
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/${language}/sledz/`));
    const filed = await confirmed(page);
    await expect(main).toContainText(words.day);
    await whole();
    await axe();

    const [mail] = await mailbox.wait(email, 1);
    expect(mail?.subject).toBe(`${words.subject} (${filed.reference})`);
    expect(mail?.html).toContain(`<html lang="${language}"`);
    const lines = `${mail?.subject}\n${mail?.text}`.split('\n');
    expect(lines.flatMap((line) => polishIn(line, language) ?? [])).toEqual([]);
    const link = mail?.links.find((each) => each.includes('/sledz/')) ?? '';
    expect(new URL(link).pathname).toBe(`/${language}${filed.page}`);
    await page.goto(link);
    await whole();
    await axe();

    // Another language is the same page.
    await page.goto(`/${language}${filed.page}?przyjete=1`);
    await page.locator('header').getByRole('link', { name: 'Polski' }).click();
    await expect(page).toHaveURL(`${filed.page}?przyjete=1`);
  });
}

const MAPPED = ['/zgloszenia', '/zgloszenia?kind=IDEA&status=open'];

const PUBLIC = [
  ...MAPPED,
  '/zgloszenia?q=nieznaneslowo',
  '/pomysly',
  '/zglos/pomysl',
  '/zadaj-pytanie',
  '/sledz',
  '/sledz?kod=krzak',
  '/karty-uslug',
  '/statystyki',
  '/deklaracja-dostepnosci',
  '/prywatnosc',
  '/logowanie',
  '/nie-ma-tego',
];

const DESKS = {
  infolinia: ['/staff', '/staff?tab=departments', '/staff/nowe', '/staff/rozmowy', '/staff/szukaj?q=dziura'],
  kierownik: ['/staff', '/staff?tab=overdue'],
  zdmk: ['/staff', '/staff?tab=in-progress', '/staff/haslo'],
  admin: [
    '/staff/ustawienia',
    '/staff/konta',
    '/staff/konta/nowe',
    ...['jednostki', 'kategorie', 'reguly', 'instytucje', 'szablony', 'karty'].map(
      (kind) => `/staff/ustawienia/${kind}`,
    ),
    '/staff/dane-osobowe',
  ],
} as const;

for (const language of ['en', 'uk'] as const) {
  test(`no Polish is left on the pages in ${language} @desktop`, async ({
    page,
    context,
    signIn,
    expectErrors,
  }) => {
    expectErrors(/status of 404/);
    const filed = await fileCase(context.request, { email: `strony-${language}@example.org` });
    const left: string[] = [];
    const read = async (path: string) => {
      await page.goto(`/${language}${path}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      // What stands on the map speaks too, once it is there.
      if (MAPPED.includes(path)) await expect(page.locator('.pin, .cluster').first()).toBeVisible();
      left.push(...(await polishOn(page, language)).map((found) => `${path}: ${found}`));
    };
    for (const path of [...PUBLIC, `/zgloszenia/${filed.reference}`, filed.page]) await read(path);
    for (const [account, paths] of Object.entries(DESKS)) {
      await context.clearCookies();
      await signIn(account as keyof typeof DESKS);
      for (const path of paths) await read(path);
      if (account !== 'infolinia') continue;
      for (const action of ['forward', 'decline', 'answer', 'correct']) await read(casePage(filed, action));
    }
    expect(left).toEqual([]);
  });
}

test('a report begun in Ukrainian is offered on the Polish page, and goes on in Ukrainian @desktop', async ({
  page,
}) => {
  await page.goto('/uk/zglos/problem');
  await page.locator('[name=text]').fill('Ліхтар не світить');
  await goOn(page);
  const draft = /problem\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await page.goto('/zglos/problem');
  const offered = page.locator('main aside li', { hasText: 'Ліхтар не світить' });
  await expect(offered.locator('[lang=uk]').first()).toBeVisible();
  await offered.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/uk${stepOf(draft, 'category')}`));
});

test('whoever is not signed in signs in and comes back in the same language @desktop', async ({ page }) => {
  await page.goto('/uk/staff?tab=overdue');
  await expect(page).toHaveURL(/\/uk\/logowanie\?next=/);
  await page.locator('[name=email]').fill('kierownik@kontakt.example');
  await page.locator('[name=password]').fill('krakow-demo-2026');
  await goOn(page);
  await expect(page).toHaveURL('/uk/staff?tab=overdue');
  await page.locator('header form[action="/api/session/end"] button').click();
  await expect(page).toHaveURL('/uk/logowanie?zrobione=wylogowanie');
  await page.locator('header').getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL('/en/logowanie?zrobione=wylogowanie');
});

test('what search engines and phones are told is in each language @desktop', async ({ page, request }) => {
  await page.goto('/en/zgloszenia?status=open');
  const alternates = await page
    .locator('link[rel=alternate]')
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute('hreflang'), new URL(link.getAttribute('href') ?? '').pathname]),
    );
  expect(Object.fromEntries(alternates)).toEqual({
    pl: '/zgloszenia',
    en: '/en/zgloszenia',
    uk: '/uk/zgloszenia',
    'x-default': '/zgloszenia',
  });
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = (await (await request.get(href ?? '')).json()) as Record<string, string>;
  expect(manifest).toMatchObject({ lang: 'en', name: 'Kraków Contact Centre', start_url: '/en' });
  const offline = await (await request.get('/uk/offline')).text();
  expect(offline).toContain('<html lang="uk">');
});

test('a kind of case is found by its name in any language @desktop', async ({ page, context }) => {
  await fileCase(context.request);
  for (const [path, kind] of [
    ['/en/zgloszenia?q=potholes', 'Pothole'],
    ['/uk/zgloszenia?q=вибоїна', 'Яма на дорозі'],
  ] as const) {
    await page.goto(path);
    await expect(page.locator('main')).toContainText(kind);
    await expect(page.locator('main ol.cases li').first()).toContainText(kind);
  }
});
