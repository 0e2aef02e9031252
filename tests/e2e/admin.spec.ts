import type { Page } from '@playwright/test';
import { at, look, refused } from './looking.ts';
import { casePage, expect, fileCase, test } from './people.ts';

const STRONG = 'cztery kasztany na Plantach';
const save = (page: Page) => page.getByRole('button', { name: 'Zapisz', exact: true }).click();

test.describe('accounts @desktop', () => {
  test('a new officer sets a password by the mailed link, works, and is out within a second of being disabled', async ({
    page,
    context,
    signIn,
    desk,
    anotherBrowser,
    mailbox,
  }) => {
    const email = `nowa.osoba.${Date.now()}@kontakt.example`;
    const filed = await fileCase(context.request);
    await (await desk('infolinia')).give(filed, 'forward', { department: 'MPO' });
    await signIn('admin');
    await page.goto('/staff');
    await page.getByRole('link', { name: 'Konta zespołu' }).click();
    await page.getByRole('link', { name: 'Nowe konto' }).click();
    await page.locator('[name=name]').fill('Nowa Osoba-Demo');
    await page.locator('[name=email]').fill(email);
    await page.locator('[name=role]').selectOption('OFFICER');
    await page.getByRole('button', { name: 'Załóż konto i wyślij link' }).click();
    // A department is asked for at its field, and nothing typed is lost.
    await expect(page).toHaveTitle(/^Błąd: /);
    await page.locator('[name=department]').selectOption('MPO');
    await page.getByRole('button', { name: 'Załóż konto i wyślij link' }).click();
    await expect(page.locator('main')).toContainText('Konto jest założone');
    const account = page.url();

    const [mail] = await mailbox.wait(email, 1);
    const link = mail?.links.find((each) => each.includes('/logowanie/konto/')) ?? '';
    const officer = await anotherBrowser();
    await officer.page.goto(link);
    await officer.page.locator('[name=newPassword]').fill(STRONG);
    await officer.page.getByRole('button', { name: 'Ustaw hasło i wejdź' }).click();
    await expect(officer.page).toHaveURL(/\/staff$/);
    expect((await officer.context.request.get(link)).status()).toBe(410);
    await officer.page.goto(casePage(filed));
    await officer.page.locator('form[action$="/take"]').first().getByRole('button').first().click();
    await expect(officer.page).toHaveURL(/zrobione=take/);

    await page.goto(account);
    await expect(page.locator('main')).toContainText('1 otwarta sprawa do przekazania');
    await expect(page.locator('main')).toContainText(filed.reference);
    await page.getByRole('button', { name: 'Wyłącz konto' }).click();
    await expect(page.locator('main')).toContainText('Konto jest wyłączone');
    const began = Date.now();
    const answer = await officer.context.request.get('/staff', { maxRedirects: 0 });
    expect(answer.headers().location ?? (await answer.text())).toContain('/logowanie');
    expect(Date.now() - began).toBeLessThan(1000);
    await officer.page.goto(casePage(filed));
    await expect(officer.page).toHaveURL(/\/logowanie/);

    await page.goto(account);
    const history = page.locator('#historia');
    for (const words of ['Wyłączono konto', 'Ustawiono hasło z linku', 'Założono konto', email]) {
      await expect(history).toContainText(words);
    }
  });

  test('nobody else comes near them, and an administrator cannot end their own', async ({
    page,
    context,
    signIn,
    desk,
    expectErrors,
  }) => {
    expectErrors(/status of 403/);
    await signIn('admin');
    await page.goto('/staff/konta?q=admin%40kontakt');
    await page.locator('main .adm-name').first().click();
    await expect(page.locator('main')).toContainText('To Twoje konto.');
    await expect(page.getByRole('button', { name: 'Wyłącz konto' })).toHaveCount(0);
    const own = new URL(page.url()).pathname.split('/').at(-1);
    for (const account of ['infolinia', 'kierownik', 'zdmk', 'audyt'] as const) {
      const { request } = await desk(account);
      expect((await request.get('/staff/konta')).status(), account).toBe(403);
      const answer = await request.post(`/api/accounts/${own}/disable`, {
        data: {},
        headers: { origin: new URL(page.url()).origin, accept: 'application/json' },
      });
      expect(answer.status(), account).toBe(403);
    }
    await context.clearCookies();
  });
});

test.describe('the directory @desktop', () => {
  test('a term is changed, is there for everybody, and stands in the history with who and when', async ({
    page,
    signIn,
  }) => {
    await signIn('admin');
    await page.goto('/staff/ustawienia/kategorie?q=boisko');
    await page.locator('main .adm-name').first().click();
    const days = page.locator('[name=fixDays]');
    const before = await days.inputValue();
    await days.fill('trzy');
    await save(page);
    await expect(page).toHaveTitle(/^Błąd: /);
    await expect(days).toHaveValue('trzy');
    await days.fill(String(Number(before) + 3));
    await save(page);
    await expect(page.locator('main')).toContainText('Zapisane.');
    const entry = page.locator('#historia > ol > li').first();
    await expect(entry).toContainText('Adam Ćwiczebny');
    await expect(entry).toContainText(
      `Dni robocze do załatwienia: było „${before}”, jest „${Number(before) + 3}”`,
    );
    await days.fill(before);
    await save(page);
  });

  test('a rule is added, the tester follows it, and the next forward proposes it', async ({
    page,
    context,
    signIn,
    desk,
  }) => {
    await signIn('admin');
    await page.goto('/staff/ustawienia/reguly/boisko');
    await page.locator('[name=department]').selectOption('MPO');
    await page.getByRole('button', { name: 'Dodaj regułę' }).click();
    await expect(page.locator('.adm-rules')).toContainText(
      'Całe miasto → Miejskie Przedsiębiorstwo Oczyszczania',
    );
    await page.goto('/staff/ustawienia/reguly');
    await page.locator('[name=kategoria]').selectOption('boisko');
    await page.getByRole('button', { name: 'Sprawdź' }).click();
    await expect(page.locator('main .banner')).toContainText('Miejskie Przedsiębiorstwo Oczyszczania');

    const filed = await fileCase(context.request, { category: 'boisko', text: 'Dziura w siatce boiska.' });
    const proposed = await (await desk('infolinia')).request.get(casePage(filed, 'forward'));
    expect(await proposed.text()).toMatch(/<option value="MPO"[^>]*>[^<]*proponowan/i);

    await page.goto('/staff/ustawienia/reguly/boisko');
    await page.getByRole('button', { name: /^Usuń/ }).click();
    await expect(page.locator('.adm-rules')).not.toContainText('Całe miasto');
    await expect(page.locator('#historia')).toContainText('Reguły');
  });

  test('of two who edit one thing the second is told what the first saved', async ({
    page,
    signIn,
    desk,
    expectErrors,
  }) => {
    expectErrors(/status of 409/);
    await signIn('admin');
    await page.goto('/staff/ustawienia/instytucje');
    await page.locator('main .adm-name').last().click();
    await page.locator('[name=position]').fill('501');
    const other = await desk('admin');
    const here = new URL(page.url());
    const fields = await page.locator('form.adm-form').evaluate((form) => {
      const entries = [...new FormData(form as HTMLFormElement)].map(([name, value]) => [
        name,
        String(value),
      ]);
      return Object.fromEntries(entries) as Record<string, string>;
    });
    const path = here.pathname.replace('/staff/ustawienia', '/api/directory');
    const answer = await other.request.post(path, {
      data: { ...fields, position: '502' },
      headers: { origin: here.origin, accept: 'application/json' },
    });
    expect(answer.status(), await answer.text()).toBe(200);
    await save(page);
    await page.getByRole('link', { name: 'Wróć do formularza' }).click();
    await expect(page.locator('main .banner')).toContainText('Teraz zapisane: 502');
    await expect(page.locator('[name=position]')).toHaveValue('501');
    await save(page);
    await expect(page.locator('main')).toContainText('Zapisane.');
  });

  test('without JavaScript a supervisor writes a template and ticks a card as checked', async ({
    browser,
    baseURL,
    desk,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
    const { request } = await desk('kierownik');
    await context.addCookies((await request.storageState()).cookies);
    const page = await context.newPage();
    await page.goto('/staff/ustawienia/szablony/nowe');
    await page.locator('[name=name]').fill('Podziękowanie');
    await page.locator('[name=command]').selectOption('answer');
    await page.locator('[name=pl]').fill('Dziękujemy za sprawę {{numer}}.');
    await save(page);
    await expect(page.locator('main')).toContainText('Zapisane.');
    await page.goto('/staff/ustawienia/karty?q=gabaryty');
    await page.locator('main .adm-name').first().click();
    await page.locator('[name=verifiedAt]').fill('2026-11-20');
    await save(page);
    await expect(page.locator('#historia')).toContainText('Kiedy sprawdzono: „2026-11-20”');
    await page.locator('[name=verifiedAt]').fill('');
    await save(page);
    expect((await page.goto('/staff/ustawienia/jednostki'))?.status()).toBe(403);
    await context.close();
  });
});

test('administration is accessible in every state @desktop', async ({ page, signIn, expectErrors }) => {
  test.setTimeout(180_000);
  expectErrors(/status of (403|404|410)/);
  await signIn('admin');
  await look({ page }, [
    '/staff',
    '/staff/konta',
    at('/staff/konta/nowe', refused('/api/accounts')),
    at('/staff/konta', (here) => here.locator('main .adm-name').nth(1).click()),
    '/staff/ustawienia/kategorie',
    at('/staff/ustawienia/jednostki/ZDMK', async (here) => {
      await here.locator('[name="name.uk"]').fill('');
      await save(here);
      await expect(here).toHaveTitle(/^Błąd: /);
    }),
    '/staff/ustawienia/karty/gabaryty',
    '/staff/ustawienia/reguly?kategoria=boisko',
    '/staff/ustawienia/reguly/boisko',
    '/staff/ustawienia/szablony/nowe',
    '/staff/ustawienia/nic',
    '/staff/dane-osobowe',
  ]);
  await signIn('audyt');
  await look({ page }, ['/staff/audyt?co=session.started']);
});
