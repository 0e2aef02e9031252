import type { Page } from '@playwright/test';
import { sharedByRun } from './harness/shared.ts';
import { expectNothingSideways } from './looking.ts';
import { type Case, expect, fileCase, test } from './people.ts';

/** An area of Nowa Huta and a category for each test, with three reports in it: none meets those of another test. */
const AREAS = {
  step: { west: 20.12, category: 'boisko' },
  pin: { west: 20.06, category: 'znak' },
  nojs: { west: 20.03, category: 'przystanek' },
};
type Area = keyof typeof AREAS;
const SPOTS = [
  { lat: 50.078, east: 0.02 },
  { lat: 50.083, east: 0.005 },
  { lat: 50.07, east: 0.03 },
];

const nearOf = (area: Area) => [AREAS[area].west, 50.065, AREAS[area].west + 0.04, 50.09].join(',');
const cityOf = (area: Area) => `/zgloszenia?category=${AREAS[area].category}`;
const listOf = (area: Area) => `${cityOf(area)}&bbox=${nearOf(area)}`;

async function fileSpots(page: Page, area: Area): Promise<Case[]> {
  const filed: Case[] = [];
  for (const { lat, east } of SPOTS) {
    const { west, category } = AREAS[area];
    const point = { lat: String(lat), lng: (west + east).toFixed(5) };
    const fields = { ...point, address: 'Igołomska 1', category };
    filed.push(await fileCase(page.context().request, fields));
  }
  return filed;
}

const mapOf = (page: Page) => page.getByRole('region', { name: 'Mapa zgłoszeń' });
const marksOf = (page: Page) => mapOf(page).locator('.pin[role=button], .cluster');
const areaOf = (page: Page) => new URL(page.url()).searchParams.get('bbox');

test('the list and the map show each other, and moving the map narrows the list @desktop', async ({
  page,
  axe,
}) => {
  const filed = await fileSpots(page, 'step');
  await page.goto(listOf('step'));
  const items = page.locator('#lista [data-case]');
  await expect(marksOf(page).first()).toBeVisible();
  for (const { reference } of filed) {
    const item = page.locator(`#lista [data-case="${reference}"]`);
    await expect(item).toHaveCount(1);
    await item.getByRole('link').focus();
    await expect(item).toHaveClass(/is-sel/);
    await expect(mapOf(page).locator('.pin-sel')).toHaveText(
      (await item.locator('.case-n').textContent()) ?? '',
    );
  }
  await axe();

  const names = await marksOf(page).evaluateAll((marks) =>
    marks.map((mark) => mark.getAttribute('aria-label')),
  );
  expect(new Set(names).size, 'every mark has a name of its own').toBe(names.length);
  expect(names.join()).toMatch(/\S/);
  for (const mark of await marksOf(page).all()) await expect(mark).toHaveAttribute('tabindex', '-1');

  const before = await items.count();
  const start = areaOf(page);
  for (let press = 0; press < 3; press += 1)
    await mapOf(page).getByRole('button', { name: 'Przybliż' }).press('Enter');
  await expect.poll(() => areaOf(page)).not.toBe(start);
  await expect.poll(() => items.count()).toBeLessThan(before);
  await expect(page.getByRole('status').filter({ hasText: 'w obszarze widocznym na mapie' })).toBeVisible();
});

test('a pin tells what it is and shows its item; Back brings the whole city @desktop', async ({ page }) => {
  const [first] = await fileSpots(page, 'pin');
  await page.goto(cityOf('pin'));
  await expect(marksOf(page).first()).toBeVisible();
  const all = await page.locator('#list-count').textContent();
  await page.goto(listOf('pin'));
  const pin = mapOf(page).getByRole('button', { name: new RegExp(first?.reference ?? '') });
  await expect(pin).toBeVisible();
  await pin.click();
  const item = page.locator(`#lista [data-case="${first?.reference}"]`);
  await expect(item).toHaveClass(/is-sel/);
  await expect(mapOf(page).getByRole('status').getByRole('link')).toHaveAttribute(
    'href',
    `/zgloszenia/${first?.reference}`,
  );
  await page.getByRole('link', { name: 'Pokaż całe miasto' }).click();
  await expect(page.locator('#list-count')).toHaveText(all ?? '');

  await expect(marksOf(page).first()).toBeVisible();
  await mapOf(page).getByRole('button', { name: 'Przybliż' }).click();
  await expect.poll(() => areaOf(page)).not.toBeNull();
  await mapOf(page).getByRole('button', { name: 'W prawo' }).click();
  const moved = areaOf(page);
  await expect.poll(() => areaOf(page)).not.toBe(moved);
  await page.goBack();
  await expect.poll(() => areaOf(page)).toBeNull();
  await expect(page.locator('#list-count')).toHaveText(all ?? '');
});

test('by keyboard alone: past the list, past the map, out and in again @desktop', async ({ page }) => {
  await page.goto('/zgloszenia');
  await page.getByRole('link', { name: 'Przejdź za listę' }).press('Enter');
  await expect(page.locator('#strony')).toBeFocused();
  await page.getByRole('link', { name: 'Pomiń mapę' }).press('Enter');
  await expect(page.locator('#koniec')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('footer') !== null)).toBe(true);
  await mapOf(page).getByRole('button', { name: 'Oddal' }).press('Enter');
  await expect.poll(() => areaOf(page)).not.toBeNull();
});

test('without tiles the districts are drawn, and everything stands on them @desktop', async ({
  page,
  expectErrors,
  axe,
}) => {
  expectErrors(/no answer|Failed to load resource/);
  await page.route(`${new URL(sharedByRun().tiles).origin}/**`, (route) =>
    route.abort('internetdisconnected'),
  );
  await page.goto('/zgloszenia');
  await expect(page.getByRole('status').filter({ hasText: 'Podkład mapy się nie wczytał' })).toBeVisible();
  await expect(mapOf(page).locator('path.m-d')).toHaveCount(18);
  await expect(marksOf(page).first()).toBeVisible();
  await axe();
});

test('without network the page stays, says so, and goes on when it is back @desktop', async ({
  page,
  context,
  expectErrors,
  axe,
}) => {
  expectErrors(/no answer|Failed to load resource|ERR_INTERNET_DISCONNECTED/);
  await page.goto('/zgloszenia');
  await expect(marksOf(page).first()).toBeVisible();
  await context.setOffline(true);
  await mapOf(page).getByRole('button', { name: 'Przybliż' }).click();
  await expect(mapOf(page).getByRole('alert')).toContainText('nie wczytały się na mapę');
  await axe();
  await expect(page.locator('#lista .case').first()).toBeVisible();
  expect(areaOf(page)).toBeNull();
  await context.setOffline(false);
  await expect(mapOf(page).getByRole('alert')).toBeHidden();
  await expect.poll(() => areaOf(page)).not.toBeNull();
  // The map goes on below the screen; it was the city that came nearer, not what lies south of it.
  const [, south = 0, , north = 0] = (areaOf(page) ?? '').split(',').map(Number);
  expect(south).toBeLessThan(50.04);
  expect(north).toBeGreaterThan(50.08);
});

test('on a narrow screen there is the list first, and the map for who asks @phone', async ({ page, axe }) => {
  await page.goto('/zgloszenia');
  await expect(mapOf(page)).toBeHidden();
  await page.getByRole('link', { name: 'Mapa', exact: true }).click();
  await expect(marksOf(page).first()).toBeVisible();
  await expect(page.locator('#lista')).toBeHidden();
  await expectNothingSideways(page);
  await axe();
  await mapOf(page).getByRole('button', { name: 'Przybliż' }).click();
  await expect.poll(() => areaOf(page)).not.toBeNull();
  await expect(mapOf(page)).toBeVisible();
  await page.getByRole('link', { name: 'Lista', exact: true }).click();
  await expect(page.locator('#lista')).toBeVisible();
  await expect(page.locator('#lista')).toContainText('w obszarze widocznym na mapie');
  await page.goBack();
  await expect(mapOf(page)).toBeVisible();
});

test('without JavaScript there is the list, with every filter and the area of a link @nojs', async ({
  page,
  axe,
}) => {
  const [first] = await fileSpots(page, 'nojs');
  await page.goto(listOf('nojs'));
  await expect(page.locator('#lista noscript > p')).toBeVisible();
  await expect(mapOf(page)).toBeHidden();
  await expect(page.locator(`#lista [data-case="${first?.reference}"]`)).toHaveCount(1);
  await page.getByLabel('Rodzaj', { exact: true }).selectOption('IDEA');
  await page.getByRole('button', { name: 'Pokaż', exact: true }).click();
  await expect(page).toHaveURL(/kind=IDEA/);
  // What was left open is not in the address: it can be read by whoever it is sent to.
  expect([...new URL(page.url()).searchParams.values()]).not.toContain('');
  expect(areaOf(page)).toBe(nearOf('nojs'));
  await expect(page.getByRole('heading', { name: 'Nie ma takich zgłoszeń' })).toBeVisible();
  await axe();
  await page.getByRole('link', { name: 'Pokaż całe miasto' }).click();
  expect(areaOf(page)).toBeNull();
});
