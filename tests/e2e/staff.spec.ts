import type { Page } from '@playwright/test';
import { casePage, expect, fileCase, formOf, test } from './people.ts';

/** The second of two is stopped on a page of its own, from which the way leads back to the form with every word. */
async function backFromConflict(page: Page): Promise<void> {
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toHaveText('Ktoś był szybszy');
  await page.getByRole('link', { name: 'Wróć do sprawy' }).click();
  await expect(page).toHaveTitle(/^Błąd: /);
}

test.describe('two consultants on one case @desktop', () => {
  test('the second one reads what the first one did, keeps every typed word, and may send it all the same', async ({
    page,
    context,
    signIn,
    anotherBrowser,
    desk,
    expectErrors,
  }) => {
    expectErrors(/status of 409/);
    const filed = await fileCase(context.request);
    await signIn('infolinia');
    await page.goto(casePage(filed, 'forward'));
    const note = 'Proszę wziąć zimny asfalt, dziura jest przy samym krawężniku.';
    await formOf(page, 'forward').locator('[name=department]').selectOption('ZDMK');
    await formOf(page, 'forward').locator('[name=note]').fill(note);

    const first = await desk('infolinia2');
    await first.give(filed, 'forward', { department: 'ZZM' });

    await formOf(page, 'forward').getByRole('button').click();
    await backFromConflict(page);
    const told = page.locator('main .conflict');
    await expect(told).toContainText('Ktoś właśnie zmienił tę sprawę.');
    await expect(told).toContainText(/Piotr Demo.*Przekazano do: Zarząd Zieleni Miejskiej/);
    await expect(formOf(page, 'forward').locator('[name=note]')).toHaveValue(note);
    await expect(formOf(page, 'forward').locator('[name=department]')).toHaveValue('ZDMK');

    // Nothing was overwritten meanwhile.
    const other = await anotherBrowser();
    await other.page.goto(`/zgloszenia/${filed.reference}`);
    await expect(other.page.locator('main')).toContainText('Zarząd Zieleni Miejskiej');

    await formOf(page, 'forward').getByRole('button', { name: 'Przekaż mimo zmian' }).click();
    await expect(page).toHaveURL(/zrobione=forward/);
    await expect(page.locator('main')).toContainText(note);
  });

  test('when the case has ended meanwhile, the answer that came too late is still there to copy', async ({
    page,
    context,
    signIn,
    desk,
    expectErrors,
  }) => {
    expectErrors(/status of 409/);
    const filed = await fileCase(context.request);
    await signIn('infolinia');
    await page.goto(casePage(filed, 'answer'));
    const late = 'Drogowcy będą w tym miejscu we wtorek.';
    await formOf(page, 'answer').locator('[name=explanation]').fill(late);
    await (await desk('infolinia2')).give(filed, 'answer', { explanation: 'Naprawa jest w planie.' });
    await formOf(page, 'answer').getByRole('button', { name: 'Wyślij odpowiedź' }).click();
    await backFromConflict(page);
    const told = page.locator('main .conflict');
    await expect(told).toContainText(/Piotr Demo.*Wysłano odpowiedź/);
    await expect(told).toContainText(late);
  });
});

test.describe('who sees what @desktop', () => {
  test('an officer of another department finds neither the case nor a trace of it', async ({
    page,
    context,
    signIn,
    desk,
    expectErrors,
  }) => {
    expectErrors(/status of 404/);
    const word = `kasztanowiec${Date.now()}`;
    const filed = await fileCase(context.request, { text: `Dziura, obok rośnie ${word}.` });
    await (await desk('infolinia')).give(filed, 'forward', { department: 'ZDMK' });
    await signIn('zzm');
    for (const address of [casePage(filed), casePage(filed, 'take'), `${casePage(filed)}?kontakt=1`]) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(404);
      expect(await page.content(), address).not.toContain(word);
    }
    for (const typed of [word, filed.reference, filed.code]) {
      await page.goto(`/staff?q=${typed}`);
      await expect(page.locator('main')).toContainText('Nie ma tu żadnej sprawy');
    }
    const headers = { origin: new URL(page.url()).origin, accept: 'application/json' };
    const data = { version: filed.version };
    const answer = await context.request.post(`/api/submissions/${filed.reference}/take`, { data, headers });
    expect(answer.status()).toBe(403);

    await context.clearCookies();
    await signIn('zdmk');
    await page.goto(`/staff?tab=to-take&q=${word}`);
    await expect(page.locator('main')).toContainText(filed.reference);
  });

  test('an auditor reads everything and is offered nothing to change', async ({ page, context, signIn }) => {
    const filed = await fileCase(context.request, { email: 'audyt-nie-widzi@example.org' });
    await signIn('audyt');
    await page.goto('/staff');
    await expect(page.locator('main')).toContainText('Przeglądasz sprawy bez prawa do zmian.');
    for (const address of [casePage(filed), casePage(filed, 'forward'), `${casePage(filed)}?kontakt=1`]) {
      await page.goto(address);
      await expect(page.locator('main')).toContainText('W tej sprawie nie możesz teraz nic zmienić.');
      await expect(page.locator('main form[method=post]')).toHaveCount(0);
      expect(await page.content(), address).not.toContain('audyt-nie-widzi');
    }
    const headers = { origin: new URL(page.url()).origin, accept: 'application/json' };
    const answer = await context.request.post(`/api/submissions/${filed.reference}/note`, {
      data: { note: 'Zapis', version: 1 },
      headers,
    });
    expect(answer.status()).toBe(403);
  });

  test('an administrator has an account page and no cases; a stranger signs in first and comes back', async ({
    page,
    context,
    signIn,
    expectErrors,
  }) => {
    expectErrors(/status of 404/);
    const filed = await fileCase(context.request);
    for (const address of ['/staff', '/staff/haslo', casePage(filed)]) {
      await page.goto(address);
      await expect(page).toHaveURL(new RegExp(`/logowanie\\?next=${encodeURIComponent(address)}`));
      expect(await page.content()).not.toContain('przy przejściu');
    }
    await signIn('admin');
    await page.goto('/staff');
    await expect(page.locator('main')).toContainText('To konto nie widzi zgłoszeń.');
    expect((await page.goto(casePage(filed)))?.status()).toBe(404);
    await page.goto('/staff/haslo');
    await expect(page.locator('main')).toContainText('Adam Ćwiczebny');
  });

  test('who reported is shown only after asking for it, and gone from the address that follows', async ({
    page,
    context,
    signIn,
    desk,
    anotherBrowser,
  }) => {
    const email = `widac-po-pytaniu-${Date.now()}@example.org`;
    const filed = await fileCase(context.request, { name: 'Osoba Przykładowa', email, phone: '601 234 567' });
    await (await desk('infolinia')).give(filed, 'forward', { department: 'ZDMK' });
    await signIn('zdmk');
    await page.goto(casePage(filed));
    for (const masked of ['O. P.', '··· ··· 567', 'w…@example.org'])
      await expect(page.locator('#kontakt')).toContainText(masked);
    const before = await page.content();
    for (const data of [email, 'Przykładowa', '601 234 567', '601234567']) expect(before).not.toContain(data);

    await page.getByRole('button', { name: 'Pokaż dane kontaktowe' }).click();
    await expect(page.locator('#kontakt')).toContainText(email);
    await expect(page.locator('#kontakt')).toContainText('Osoba Przykładowa');
    await expect(page.locator('#kontakt a[href="tel:+48601234567"]')).toBeVisible();
    await page.getByRole('link', { name: 'Ukryj dane' }).click();
    await expect(page.locator('#kontakt')).not.toContainText(email);

    const stranger = await anotherBrowser();
    await stranger.page.goto(`/zgloszenia/${filed.reference}?kontakt=1`);
    expect(await stranger.page.content()).not.toContain(email);
  });
});
