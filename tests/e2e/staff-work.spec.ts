import { casePage, expect, fileCase, formOf, test } from './people.ts';
import { PAINTED } from './resident.ts';

/** A day at the desks: signing in, the queue, a job in the field. */

test('signing in without scripts: a wrong password is told, the address kept, and the way goes on to the page that was asked for @nojs', async ({
  page,
  context,
}) => {
  const filed = await fileCase(context.request);
  await page.goto(casePage(filed));
  const form = page.locator('main form[action="/api/session"]');
  await form.locator('[name=email]').fill('infolinia2@kontakt.example');
  await form.locator('[name=password]').fill('to nie jest to hasło');
  await form.getByRole('button').click();
  await expect(page).toHaveTitle(/^Błąd: /);
  await expect(page.locator('main .error-summary')).toContainText('Adres albo hasło się nie zgadza');
  await expect(form.locator('[name=email]')).toHaveValue('infolinia2@kontakt.example');
  await expect(form.locator('[name=password]')).toHaveValue('');
  await form.locator('[name=password]').fill('krakow-demo-2026');
  await form.getByRole('button').click();
  await expect(page).toHaveURL(new RegExp(`${filed.reference}$`));
  await expect(page.locator('main')).toHaveAttribute('data-reference', filed.reference);

  // The desk works without scripts too: a form, a change, a confirmation.
  await page.goto(casePage(filed, 'note'));
  await formOf(page, 'note').locator('[name=note]').fill('Bez skryptów też się da.');
  await formOf(page, 'note').getByRole('button').click();
  await expect(page.locator('main')).toContainText('Notatka jest zapisana.');
});

test('a new password: refused with the reason, changed, and every other session of the person ends @phone', async ({
  page,
  signIn,
  desk,
}) => {
  const old = 'krakow-demo-2026';
  const fresh = 'dwa konie i trzy furmanki';
  const elsewhere = await desk('mpo');
  await signIn('mpo');
  await page.goto('/staff/haslo');
  const change = async (now: string, then: string) => {
    await page.locator('main [name=password]').fill(now);
    await page.locator('main [name=newPassword]').fill(then);
    await page.getByRole('button', { name: 'Zmień hasło' }).click();
  };
  await change('pomyłka', fresh);
  await expect(page.locator('main .error-summary')).toContainText('To nie jest Twoje obecne hasło');
  await change(old, 'krótkie');
  await expect(page.locator('main .error-summary')).toContainText(/Nowe hasło ma mniej niż 12\sznaków/);
  await change(old, fresh);
  await expect(page.locator('main')).toContainText('Hasło jest zmienione.');
  const answer = await elsewhere.request.get('/staff', { maxRedirects: 0 });
  expect([302, 303, 307]).toContain(answer.status());
  // The old one is no longer good for anything, and this session goes on.
  await change(old, 'trzy konie i dwie furmanki');
  await expect(page.locator('main .error-summary')).toContainText('To nie jest Twoje obecne hasło');
});

test('filters and pages of the queue are in the address: reload and Back bring the same list @desktop', async ({
  page,
  signIn,
}) => {
  await signIn('infolinia');
  await page.goto('/staff?tab=all');
  await page.getByText('Filtry', { exact: true }).click();
  await page.getByLabel('Skąd przyszło').selectOption('WEB');
  await page.getByLabel('Kolejność').selectOption('oldest');
  await page.locator('main').getByRole('button', { name: 'Pokaż', exact: true }).click();
  await expect(page).toHaveURL(/\/staff\?tab=all&channel=WEB&sort=oldest$/);
  const rows = page.locator('main .queue .q-r');
  await expect(rows).toHaveCount(25);
  const first = await rows.allTextContents();

  await page.locator('main .pager a[rel=next]').click();
  await expect(page).toHaveURL(/channel=WEB.*after=/);
  await expect(rows.first()).not.toHaveText(first[0] ?? '');
  const second = await rows.allTextContents();
  expect(second.filter((number) => first.includes(number))).toEqual([]);

  await page.reload();
  expect((await rows.allTextContents()).slice(0, 5)).toEqual(second.slice(0, 5));
  await expect(page.getByLabel('Skąd przyszło')).toHaveValue('WEB');

  // Into a case and back: the very same place in the list.
  await rows.first().click();
  await expect(page.locator('main')).toHaveAttribute('data-reference', `KRK-${second[0]}`);
  await page.locator('#pane-title a').click();
  await expect(page).toHaveURL(/channel=WEB.*after=/);
  // Each page is waited for: a browser that is sent on too early gives the step up.
  await page.goBack();
  await expect(page.locator('main')).toHaveAttribute('data-reference', `KRK-${second[0]}`);
  await page.goBack();
  await expect(page).toHaveURL(/channel=WEB.*after=/);
  await expect(rows).not.toHaveCount(0);
  await page.goBack();
  await expect(page).not.toHaveURL(/after=/);
  expect(await rows.allTextContents()).toEqual(first);
});

test('in the field: one tap takes the job, a photo from the camera and a sentence end it @phone', async ({
  page,
  context,
  signIn,
  desk,
  picture,
}) => {
  const word = `wiadukt${Date.now()}`;
  const filed = await fileCase(context.request, { text: `Dziura, tuż obok ${word}.` });
  await (await desk('infolinia')).give(filed, 'forward', { department: 'ZDMK' });
  await signIn('zdmk');
  await page.goto(`/staff?tab=to-take&q=${word}`);
  await page.getByRole('button', { name: new RegExp(`^Biorę ?: ${filed.reference}$`) }).tap();
  await expect(page).toHaveURL(/zrobione=take/);
  await expect(page.locator('main')).toContainText('Sprawa jest Twoja.');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  const form = formOf(page, 'resolve');
  const camera = form.locator('input[type=file]');
  await expect(camera).toHaveAttribute('capture', 'environment');
  await camera.setInputFiles(await picture('repaired.jpg'));
  await form.getByRole('button', { name: 'Wyślij odpowiedź' }).tap();
  await expect(page.locator('main .error-summary')).toContainText('Wybierz wynik sprawy');
  await expect(form.getByRole('group', { name: 'Mamy już 1 zdjęcie' })).toBeVisible();
  await form.locator('[name=outcome][value=FIXED]').check(PAINTED);
  await form.locator('[name=explanation]').fill('Załatane asfaltem na gorąco.');
  await form.getByRole('button', { name: 'Wyślij odpowiedź' }).tap();
  await expect(page).toHaveURL(/zrobione=resolve/);

  await page.goto(filed.page);
  await expect(page.locator('main')).toContainText('Załatane asfaltem na gorąco.');
  // The worker draws the picture a moment later.
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('img', { name: /^Jest/ })).toBeVisible({ timeout: 500 });
  }).toPass();
});
