import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { PAINTED, report } from './resident.ts';

/** Opens a command's form on the case page, fills it and sends it. */
async function command(
  page: Page,
  reference: string,
  name: string,
  fill: (main: ReturnType<Page['locator']>) => Promise<void> = async () => {},
) {
  await page.goto(`/staff/zgloszenia/${reference}?akcja=${name}`);
  const form = page.locator(`form[action$="/${name}"]`);
  await fill(form);
  await form.locator('.off-bar').getByRole('button').first().click();
  await expect(page).toHaveURL(new RegExp(`zrobione=${name}`));
}

test('one pothole, from the pavement to "załatwione" @phone', async ({
  page,
  axe,
  picture,
  mailbox,
  signIn,
  context,
}) => {
  test.setTimeout(120_000);
  const email = `droga-${Date.now()}@example.org`;
  const filed = await report(page, {
    text: 'Zapadł się chodnik przy aptece, brakuje dwóch płyt.',
    category: 'zapadniecie',
    address: 'Długa 12',
    photo: await picture('pothole.jpg'),
    name: 'Osoba Przykładowa',
    email,
  });
  await axe();
  const [receipt] = await mailbox.wait(email, 1);
  expect(receipt?.subject).toContain(filed.reference);
  expect(receipt?.code?.replaceAll('-', '')).toBe(filed.code);

  // The public sees number, category and district, and not a word more.
  await page.goto(`/zgloszenia/${filed.reference}`);
  await expect(page.locator('main')).toContainText('Treść czeka na sprawdzenie');
  await expect(page.locator('main')).not.toContainText('przy aptece');

  // Triage: the infoline looks, releases text and photo, and forwards where the rule says.
  await signIn('infolinia');
  await page.goto(`/staff?tab=new&q=${filed.reference}`);
  await expect(page.locator('main')).toContainText(filed.reference.slice(4));
  await command(page, filed.reference, 'release', async (form) => {
    for (const box of await form.locator('input[type=checkbox]').all()) await box.check(PAINTED);
  });
  await command(page, filed.reference, 'forward', async (form) => {
    await expect(form.locator('[name=department]')).toHaveValue('ZDMK');
    await form.locator('[name=department]').selectOption('ZZM');
  });

  // The wrong department returns it with a reason; the infoline forwards it again.
  await context.clearCookies();
  await signIn('zzm');
  await command(page, filed.reference, 'return', async (form) => {
    await form.locator('[name=reasonCode]').first().check(PAINTED);
    await form.locator('[name=reason]').fill('Chodnik przy jezdni należy do Zarządu Dróg.');
  });
  await context.clearCookies();
  await signIn('infolinia2');
  await page.goto(`/staff/zgloszenia/${filed.reference}`);
  await expect(page.locator('main .banner-warn')).toContainText(
    'Chodnik przy jezdni należy do Zarządu Dróg.',
  );
  await command(page, filed.reference, 'forward', (form) =>
    form
      .locator('[name=department]')
      .selectOption('ZDMK')
      .then(() => {}),
  );

  // The right one takes it, says when, and proves it with a photo.
  await context.clearCookies();
  await signIn('zdmk');
  await command(page, filed.reference, 'take');
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await command(page, filed.reference, 'plan', async (form) => {
    await form.locator('[name=until]').fill(day);
    await form.locator('[name=explanation]').fill('Ekipa przyjedzie z nowymi płytami.');
  });
  const repaired = await picture('repaired.jpg');
  await command(page, filed.reference, 'resolve', async (form) => {
    await form.locator('input[type=file]').first().setInputFiles(repaired);
    await form.locator('[name=outcome][value=FIXED]').check(PAINTED);
    await form.locator('[name=explanation]').fill('Wymieniliśmy dwie płyty i wyrównaliśmy podłoże.');
  });
  await context.clearCookies();

  // The resident reads so, and objects once.
  await page.goto(filed.page);
  await expect(page.locator('main')).toContainText('Wymieniliśmy dwie płyty i wyrównaliśmy podłoże.');
  // The picture is prepared by the worker, a moment after the answer.
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('img', { name: /^Jest/ })).toBeVisible({ timeout: 500 });
  }).toPass();
  await axe();
  await page.getByText('Nie, problem jest nadal').click();
  await page.locator('[name=objection]').fill('Jedna płyta dalej się rusza.');
  await page.getByRole('button', { name: 'Wyślij, problem jest nadal' }).click();
  await expect(page).toHaveURL(/zrobione=object/);
  await expect(page.locator('main')).toContainText('Sprawa wróciła do poprawki');

  await signIn('zdmk.kierownik');
  await command(page, filed.reference, 'take');
  await command(page, filed.reference, 'resolve', async (form) => {
    await form.locator('[name=outcome][value=FIXED]').check(PAINTED);
    await form.locator('[name=explanation]').fill('Płyta jest teraz osadzona na betonie.');
  });
  await context.clearCookies();

  await page.goto(filed.page);
  await expect(page.getByText('Nie, problem jest nadal')).toHaveCount(0);
  await page.getByRole('button', { name: 'Tak, naprawione' }).click();
  await expect(page).toHaveURL(/zrobione=close/);
  await expect(page.locator('main')).toContainText('Nikt, sprawa jest zakończona');
  await page.goto(`/zgloszenia/${filed.reference}`);
  await expect(page.locator('main')).toContainText('przy aptece');
  await expect(page.locator('main')).not.toContainText('Jedna płyta dalej się rusza');

  // Every mail, in the order of what happened, none twice.
  const mails = await mailbox.wait(email, 9);
  const told = mails.map(({ subject }) => subject.split(':')[0]);
  expect(told).toEqual([
    'Przyjęte',
    'Przekazane',
    'Przekazane',
    'W realizacji',
    'Zaplanowane',
    'Naprawione',
    expect.any(String),
    'W realizacji',
    'Naprawione',
  ]);
  for (const mail of mails) {
    expect(mail.subject).toContain(filed.reference);
    expect(mail.code?.replaceAll('-', '')).toBe(filed.code);
  }
  expect(mails[5]?.text).toContain('Wymieniliśmy dwie płyty');
  expect(mails[5]?.text).not.toContain('betonie');
});

test('the same road without JavaScript, photo included, up to the confirmation @nojs', async ({
  page,
  axe,
  picture,
  mailbox,
}) => {
  const email = `bez-skryptow-${Date.now()}@example.org`;
  const filed = await report(
    page,
    {
      text: 'Dziura w jezdni przy przejściu.',
      address: 'Karmelicka 34',
      photo: await picture('upright.jpg'),
      email,
    },
    false,
  );
  await axe();
  await expect(page.locator('main')).toContainText('Mamy Twoje zgłoszenie');
  await mailbox.wait(email, 1);
  await page.reload();
  await expect(page.locator('main')).toContainText(filed.reference);
  await page.goto('/zgloszenia');
  await expect(page.locator('main')).toContainText(filed.reference);
});
