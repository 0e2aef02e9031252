import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectStep, goOn, PAINTED, sayWhat } from './resident.ts';

const POTHOLE = { text: 'Dziura w jezdni przed apteką', category: 'dziura-w-jezdni', address: '' };

/** From the first words to the question of the place. */
async function toPlace(page: Page): Promise<void> {
  await sayWhat(page, POTHOLE);
  await expectStep(page, 'place');
}

const point = async (page: Page) => ({
  lat: Number(await page.locator('input[name=lat]').inputValue()),
  lng: Number(await page.locator('input[name=lng]').inputValue()),
});

test('whom to call comes before anything else when somebody may be hurt', async ({ page, axe }) => {
  await sayWhat(page, { text: 'Brak włazu w chodniku', category: 'wlaz', address: '' });
  await expectStep(page, 'danger');
  const main = page.locator('main');
  await expect(main.locator('a[href="tel:112"]')).toBeVisible();
  await expect(main.locator('a[href="tel:994"]')).toBeVisible();
  await axe();
  await goOn(page);
  await expectStep(page, 'place');
});

test('a suggested kind of problem says which words led to it', async ({ page }) => {
  await page.goto('/zglos/problem');
  await page.locator('[name=text]').fill('Od tygodnia przepełniony kosz przy przystanku');
  await goOn(page);
  await expectStep(page, 'category');
  const first = page.locator('main .choice').first();
  await expect(first).toContainText('Przepełniony kosz na śmieci');
  await expect(first).toContainText(/bo piszesz: .*kosz/);
});

test('a name that several places have is asked about, and none of them may be right', async ({
  page,
  axe,
}) => {
  await toPlace(page);
  await page.locator('[name=address]').fill('Rondo');
  await page.keyboard.press('Escape');
  await page.locator('main button.btn-main[type=submit]').last().click();
  const main = page.locator('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Które to miejsce?');
  expect(await main.locator('input[name=choice]').count()).toBeGreaterThan(2);
  await axe();
  await main.locator('input[name=choice][value=typed]').check(PAINTED);
  await goOn(page);
  await expectStep(page, 'photos');
});

test('an address is completed by keys alone and read back with its district @desktop', async ({
  page,
  axe,
}) => {
  await toPlace(page);
  const address = page.getByRole('combobox', { name: /adres lub skrzyżowanie/i });
  await address.pressSequentially('Długa 1', { delay: 30 });
  const option = page.getByRole('option', { name: /Długa 1/ });
  await expect(option).toBeVisible();
  await axe();
  await page.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(address).toHaveValue('Długa 1');
  await expect(page.locator('#chosen-place')).toContainText('Dzielnica I Stare Miasto');
  expect((await point(page)).lat).toBeCloseTo(50.07, 1);
  await goOn(page);
  await expectStep(page, 'photos');
});

test('the map takes a pin by the crosshair, and buttons move it @desktop @phone', async ({ page, axe }) => {
  await toPlace(page);
  await page.locator('#way-map').check(PAINTED);
  const map = page.getByRole('region', { name: 'Mapa: wybór miejsca' });
  const set = map.getByRole('button', { name: 'Ustaw pinezkę tutaj' });
  await set.click();
  await expect(page.locator('#chosen-place')).toContainText('Dzielnica');
  const before = await point(page);
  await map.getByRole('button', { name: 'W górę' }).click();
  await map.getByRole('button', { name: 'W prawo' }).click();
  await set.click();
  await expect.poll(async () => (await point(page)).lat).toBeGreaterThan(before.lat);
  expect((await point(page)).lng).toBeGreaterThan(before.lng);
  await axe();
  await goOn(page);
  await expectStep(page, 'photos');
});

test('a form put away waits where it was left, and is offered at the next visit', async ({ page, axe }) => {
  await toPlace(page);
  await page.locator('main button[name=later]').click();
  await expect(page).toHaveURL(/\/later$/);
  await axe();
  await page.goto('/zglos/problem');
  const waiting = page.getByRole('complementary', { name: /niedokończone zgłoszenie/ });
  await expect(waiting).toContainText(POTHOLE.text);
  await axe();
  await waiting.getByRole('link', { name: /dokończ/i }).click();
  await expectStep(page, 'place');
});

test('one answer changed at the end leads straight back to the end', async ({ page }) => {
  await toPlace(page);
  await page.locator('[name=address]').fill('Długa 12');
  await page.keyboard.press('Escape');
  for (const step of ['photos', 'contact', 'check']) {
    await goOn(page);
    await expectStep(page, step);
  }
  await page
    .locator('main')
    .getByRole('link', { name: /zmień.*opis/i })
    .click();
  await expectStep(page, 'what');
  await page.locator('[name=text]').fill('Dziura w jezdni, teraz głębsza');
  await goOn(page);
  await expectStep(page, 'check');
  await expect(page.locator('main')).toContainText('teraz głębsza');
});

test('the button that is pressed while places are suggested goes on at once @desktop @phone', async ({
  page,
}) => {
  await toPlace(page);
  const address = page.locator('[name=address]');
  await address.pressSequentially('Długa 12', { delay: 30 });
  await expect(page.getByRole('option').first()).toBeVisible();
  // A button that moves away between press and release is never pressed.
  const button = page.locator('main button.btn-main[type=submit]').last();
  const there = await button.boundingBox();
  await address.blur();
  await expect(page.getByRole('option')).toHaveCount(0);
  expect(await button.boundingBox()).toEqual(there);
  await goOn(page);
});
