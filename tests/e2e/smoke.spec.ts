import { expect, test } from './fixtures.ts';

test('a resident finds the three doors and the phone at home', async ({ page, axe }) => {
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
  const main = page.locator('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveCount(1);
  for (const way of ['/zglos/problem', '/zglos/pomysl', '/zadaj-pytanie']) {
    await expect(main.locator(`a[href="${way}"]`).first()).toBeVisible();
  }
  await expect(page.locator('a[href^="tel:+4812"]').first()).toBeVisible();
  await axe();
});

test('a page that is not there says so, whole, with the right status', async ({
  page,
  axe,
  expectErrors,
}) => {
  expectErrors(/status of 404/);
  for (const address of ['/nie-ma-tego', '/en/nothing', '/zgloszenia/KRK-2020-999999']) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
  }
  await axe();
});

test('a private address that leads nowhere says what may have happened and how to go on, in each language', async ({
  page,
  axe,
  expectErrors,
}) => {
  expectErrors(/status of 404/);
  const lost = {
    '/sledz/0000000000000': 'Ten link nie prowadzi do żadnej sprawy',
    '/sledz/nie-kod': 'Ten link nie prowadzi do żadnej sprawy',
    '/sledz/%2525': 'Ten link nie prowadzi do żadnej sprawy',
    '/en/sledz/0000000000000': 'This link does not lead to any case',
    '/uk/poparcie/0000000000000': 'Це посилання вже не працює або має помилку',
    '/zgloszenia/KRK-2020-999999': 'Nie ma publicznej sprawy o tym numerze',
  };
  for (const [address, title] of Object.entries(lost)) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.locator('main h1'), address).toHaveText(title);
    await expect(page).toHaveTitle(new RegExp(title.replaceAll(' ', '\\s')));
    await expect(page.locator('main a[href^="tel:"]').first()).toBeVisible();
  }
  // The number need not be typed again to have the link sent.
  await expect(page.locator('main form[action="/api/links"] [name=reference]')).toHaveValue(
    'KRK-2020-999999',
  );
  await axe();
});

test('the address of a list names no field that was left empty', async ({ page }) => {
  for (const [asked, shown] of [
    ['/pomysly?category=&view=newest', '/pomysly?view=newest'],
    ['/en/karty-uslug?q=', '/en/karty-uslug'],
  ] as const) {
    await page.goto(asked);
    await expect(page).toHaveURL(shown);
  }
});

test('staff sign in and out, and see nothing without', async ({ page, axe, isMobile }) => {
  await page.goto('/staff');
  await expect(page).toHaveURL(/\/logowanie/);
  const form = page.locator('main form').filter({ has: page.locator('[name=password]') });
  await form.locator('[name=email]').fill('infolinia@kontakt.example');
  await form.locator('[name=password]').fill('krakow-demo-2026');
  await axe();
  await form.getByRole('button', { name: /zaloguj/i }).click();
  await expect(page).toHaveURL(/\/staff/);
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
  await axe();
  // A narrow screen keeps it on the page of the account.
  if (isMobile) await page.getByRole('link', { name: 'Konto' }).click();
  await page.getByRole('button', { name: /wyloguj/i }).click();
  await expect(page).not.toHaveURL(/\/staff/);
  await page.goto('/staff');
  await expect(page).toHaveURL(/\/logowanie/);
});
