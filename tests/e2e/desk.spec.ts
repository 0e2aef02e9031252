import { casePage, expect, fileCase, formOf, test } from './people.ts';
import { PAINTED } from './resident.ts';

/** Working life at the desks: templates, colleagues, parts that are done, replies with photos. */

test('an answer begins with a template, is read as a mail before it leaves, and a case goes to a colleague @desktop', async ({
  page,
  context,
  signIn,
  mailbox,
  axe,
}) => {
  const email = `szablon-${Date.now()}@example.org`;
  const filed = await fileCase(context.request, { email });
  await signIn('infolinia');
  await page.goto(casePage(filed, 'hand-over'));
  await formOf(page, 'hand-over').locator('[name=colleague]').selectOption({ label: 'Piotr Demo' });
  await formOf(page, 'hand-over').getByRole('button').click();
  await expect(page.locator('main')).toContainText('Sprawę ma teraz: Piotr Demo.');

  await page.goto(casePage(filed, 'resolve'));
  const form = formOf(page, 'resolve');
  const words = form.locator('[name=explanation]');
  await words.fill('Najpierw własne słowa.');
  await form.locator('[name=template]').selectOption({ label: 'Naprawione na miejscu' });
  await form.getByRole('button', { name: 'Wstaw szablon' }).click();
  await expect(words).toHaveValue(/^Najpierw własne słowa\.\n\nByliśmy na miejscu/);
  await form.getByRole('button', { name: 'Cofnij wstawienie' }).click();
  await expect(words).toHaveValue('Najpierw własne słowa.');
  await form.locator('[name=outcome][value=FIXED]').check(PAINTED);
  await form.getByRole('button', { name: 'Podgląd wiadomości' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`(${filed.reference})`);
  await expect(dialog).toContainText('Najpierw własne słowa.');
  await axe();
  await dialog.getByRole('button', { name: 'Zamknij' }).click();
  await form.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
  await expect(page).toHaveURL(/zrobione=resolve/);
  const mails = await mailbox.wait(email, 2);
  expect(mails.at(-1)?.text).toContain('Najpierw własne słowa.');
});

test('a question is answered with a photo by the link in the mail, without scripts, and staff see both @nojs', async ({
  page,
  context,
  picture,
  mailbox,
  desk,
  signIn,
  axe,
}) => {
  const email = `pytanie-${Date.now()}@example.org`;
  const filed = await fileCase(context.request, { email });
  await (await desk('infolinia')).give(filed, 'ask', { question: 'Jak głęboka jest ta dziura?' });
  const mails = await mailbox.wait(email, 2);
  const link = mails.at(-1)?.links.find((each) => each.includes('/sledz/'));
  await page.goto(new URL(link ?? '').pathname);
  const form = page.locator('main form[action$="/reply"]');
  await form.locator('[name=photos]').setInputFiles(await picture('pothole.jpg'));
  await form.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
  await expect(page.locator('main .error-summary')).toContainText('Napisz odpowiedź');
  await expect(form.getByRole('group', { name: 'Mamy już 1 zdjęcie' })).toContainText('pothole.jpg');
  await axe();
  await form.locator('[name=reply]').fill('Na dłoń.');
  await form.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
  await expect(page).toHaveURL(/zrobione=reply/);

  await signIn('infolinia');
  await expect(async () => {
    await page.goto(casePage(filed));
    await expect(page.locator('main .hist-l img').first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expect(page.locator('main .hist-l')).toContainText('Na dłoń.');
  // The way with a template and a preview works without scripts too.
  await page.goto(casePage(filed, 'ask'));
  await formOf(page, 'ask').locator('[name=template]').selectOption({ label: 'Prosimy o zdjęcie' });
  await formOf(page, 'ask').getByRole('button', { name: 'Wstaw szablon' }).click();
  await expect(formOf(page, 'ask').locator('[name=question]')).toHaveValue(/Czy możesz dodać zdjęcie/);
  await formOf(page, 'ask').getByRole('button', { name: 'Podgląd wiadomości' }).click();
  await expect(page.locator('#podglad')).toContainText('Czy możesz dodać zdjęcie');
});

test('without scripts what a template put in can still be taken back after a preview, and the photos stay @nojs', async ({
  page,
  context,
  picture,
  signIn,
}) => {
  const filed = await fileCase(context.request);
  await signIn('infolinia');
  await page.goto(casePage(filed, 'resolve'));
  const form = formOf(page, 'resolve');
  await form.locator('[name=explanation]').fill('Własne słowa.');
  await form.locator('[name=template]').selectOption({ label: 'Naprawione na miejscu' });
  await form.locator('[name=photos]').setInputFiles(await picture('pothole.jpg'));
  await form.getByRole('button', { name: 'Wstaw szablon' }).click();
  const kept = form.getByRole('checkbox', { name: 'pothole.jpg' });
  await expect(kept).toBeChecked();
  const inserted = await form.locator('[name=explanation]').inputValue();
  await form.locator('[name=explanation]').fill(inserted.replace(/\{\{[^}]*\}\}/g, 'masą na gorąco'));
  await form.locator('[name=outcome][value=FIXED]').check(PAINTED);
  await form.getByRole('button', { name: 'Podgląd wiadomości' }).click();
  await expect(page.locator('#podglad')).toContainText('masą na gorąco');
  await form.getByRole('button', { name: 'Cofnij wstawienie' }).click();
  await expect(form.locator('[name=explanation]')).toHaveValue('Własne słowa.');
  await expect(kept).toBeChecked();
});

test('an officer in the field says what is done already, with a photo, and the resident sees it @phone', async ({
  page,
  context,
  picture,
  desk,
  signIn,
  axe,
}) => {
  const filed = await fileCase(context.request);
  await (await desk('infolinia')).give(filed, 'forward', { department: 'ZDMK' });
  await signIn('zdmk');
  await page.goto(casePage(filed, 'progress'));
  const form = formOf(page, 'progress');
  await form.locator('input[type=file]').setInputFiles(await picture('repaired.jpg'));
  await form.locator('[name=explanation]').fill('Dziura jest zasypana.');
  await form.locator('[name=remaining]').fill('Asfalt położymy w suchy dzień.');
  await form.getByRole('button', { name: 'Wyślij' }).tap();
  await expect(page).toHaveURL(/zrobione=progress/);
  await axe();
  await expect(async () => {
    await page.goto(filed.page);
    await expect(page.locator('main .timeline img').first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expect(page.locator('main')).toContainText('Asfalt położymy w suchy dzień.');
});
