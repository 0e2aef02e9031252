import type { Page } from '@playwright/test';
import { expectNothingSideways } from './looking.ts';
import { draftOf, expect, fileCase, POTHOLE, stepOf, test } from './people.ts';
import { confirmed, expectStep } from './resident.ts';

/** What has the focus: shown by a ring, on the screen, and not covered by anything. */
async function expectVisibleFocus(page: Page): Promise<string> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body)
      return { name: '', fault: 'no focus' };
    const name = `${element.tagName} ${element.id || element.textContent?.trim().slice(0, 40)}`;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    const { left, top, width, height } = element.getBoundingClientRect();
    const x = left + width / 2;
    const y = top + Math.min(height / 2, 24);
    const inside = width > 0 && height > 0 && x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight;
    const above = inside ? document.elementFromPoint(x, y) : null;
    // The whole card of a choice is its label, and lies over the radio.
    const own =
      above &&
      (element.contains(above) || above.contains(element) || above.closest('.choice')?.contains(element));
    const labelled = above?.closest('label') && element.id && above.closest('label')?.htmlFor === element.id;
    const fault = !ring ? 'no ring' : !inside ? 'off the screen' : own || labelled ? '' : 'covered';
    return { name, fault };
  });
  expect(seen.fault, `focus on ${seen.name}`).toBe('');
  return seen.name;
}

const MOST_STOPS = 60;

test('from home to the confirmation by the keyboard alone, in at most 60 stops, each of them seen @desktop', async ({
  page,
}) => {
  let stops = 0;
  const path: string[] = [];
  const press = async (key: string) => {
    stops += 1;
    await page.keyboard.press(key);
    path.push(await expectVisibleFocus(page));
  };
  /** Tabs on until what has the focus fits. */
  const reach = async (selector: string) => {
    for (let tries = 0; tries < 25; tries += 1) {
      await press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    }
    throw new Error(`The Tab key did not reach ${selector}: ${path.slice(-25).join(' > ')}`);
  };
  const skip = async () => {
    await reach('a.skip');
    await page.keyboard.press('Enter');
  };
  await page.goto('/');
  await skip();
  await reach('main a[href="/zglos/problem"]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/zglos\/problem$/);
  await expect(page.locator('#text')).toBeVisible();
  await reach('#text');
  await page.keyboard.type('Dziura w jezdni przy szkole.');
  await reach('main button.btn-main');
  await page.keyboard.press('Enter');
  await expectStep(page, 'category');
  await skip();
  await reach('main input[type=radio]');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expectStep(page, 'place');
  await skip();
  await reach('#address');
  await page.keyboard.type('Karmelicka 34');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expectStep(page, 'photos');
  await skip();
  await reach('main button.btn-main');
  await page.keyboard.press('Enter');
  await expectStep(page, 'contact');
  await skip();
  await reach('#email');
  await page.keyboard.type(`klawiatura-${Date.now()}@example.org`);
  await reach('main button.btn-main');
  await page.keyboard.press('Enter');
  await expectStep(page, 'check');
  await skip();
  await reach('main button.btn-main');
  await page.keyboard.press('Enter');
  await confirmed(page);
  expect(stops, path.join(' > ')).toBeLessThanOrEqual(MOST_STOPS);
});

test('the map takes a pin by keyboard, and its skip link leads past it @desktop', async ({
  page,
  context,
}) => {
  const { address: _, ...unplaced } = POTHOLE;
  const draft = await draftOf(context.request, unplaced);
  await page.goto(stepOf(draft, 'place'));
  const map = page.getByRole('region', { name: 'Mapa: wybór miejsca' });
  await map.getByRole('button', { name: 'Przybliż' }).press('Enter');
  await map.getByRole('button', { name: 'W prawo' }).press('Enter');
  await map.getByRole('button', { name: 'Ustaw pinezkę tutaj' }).press('Enter');
  await expect(page.locator('#chosen-place')).toContainText(/Dzielnica [IVX]+/);
  await expect(page.locator('#way-map')).toBeChecked();
  await page.getByRole('link', { name: 'Pomiń mapę' }).press('Enter');
  await expect(page.locator('#chosen-place')).toBeFocused();
  await page.locator('main button.btn-main[type=submit]').last().press('Enter');
  await expectStep(page, 'photos');
});

test('text of twice the size fits without anything to scroll sideways @desktop', async ({
  page,
  context,
  signIn,
}) => {
  const draft = await draftOf(context.request);
  const filed = await fileCase(context.request);
  await signIn('infolinia');
  const addresses = [
    '/',
    '/zgloszenia',
    stepOf(draft, 'place'),
    stepOf(draft, 'check'),
    filed.page,
    '/staff',
  ];
  for (const address of [...addresses, `/staff/zgloszenia/${filed.reference}`]) {
    await page.goto(address);
    const paragraph = page.locator('main :is(p, li, dd)').first();
    const size = () => paragraph.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await size(), address).toBeGreaterThanOrEqual(before * 1.9);
    await expectNothingSideways(page);
  }
});
