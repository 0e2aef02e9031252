import { expect, type Page } from '@playwright/test';
import { type Locale, localePath } from '#lib/i18n/languages.ts';

/** The whole card of a choice is its label, which lies over the radio: a click lands there, as a finger does. */
export const PAINTED = { force: true };

/** What a resident types on the way from the first page to the confirmation. */
export type Report = {
  text: string;
  /** A category by its radio's value; the first suggestion when not given. */
  category?: string;
  address: string;
  photo?: string;
  name?: string;
  email?: string;
  /** Polish when not given. */
  language?: Locale;
};

/** The case as the confirmation names it. */
export type Filed = { reference: string; code: string; page: string };

/** Sends the form of the page by its one main button and waits for the page it leads to. */
export async function goOn(page: Page): Promise<void> {
  const before = page.url();
  await page.locator('main button.btn-main[type=submit]').last().click();
  await page.waitForURL((url) => url.href !== before);
}

/** Steps of the form by the last word of their address. */
export async function expectStep(page: Page, step: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/zglos/problem/[0-9a-f-]{36}/${step}(\\?|$)`));
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
}

export async function sayWhat(page: Page, { text, category, language = 'pl' }: Report): Promise<void> {
  await page.goto(localePath(language, '/zglos/problem'));
  await page.locator('[name=text]').fill(text);
  await goOn(page);
  await expectStep(page, 'category');
  const radios = page.locator('main input[name=category]');
  await (category
    ? page.locator(`main input[name=category][value="${category}"]`).first()
    : radios.first()
  ).check(PAINTED);
  await goOn(page);
}

async function locate(page: Page, { address }: Report): Promise<void> {
  await expectStep(page, 'place');
  await page.locator('[name=address]').fill(address);
  await page.keyboard.press('Escape');
  await goOn(page);
}

async function addPhoto(page: Page, photo: string | undefined, scripted: boolean): Promise<void> {
  await expectStep(page, 'photos');
  if (photo) {
    await page.locator('main input[type=file]').last().setInputFiles(photo);
    if (scripted) await expect(page.locator('main').getByRole('button', { name: /usuń/i })).toHaveCount(1);
  }
  await goOn(page);
  // Without JavaScript the page comes back with the photo, so that it can be seen before going on.
  if (page.url().includes('/photos')) await goOn(page);
}

/** From the first page to the confirmation. */
export async function report(page: Page, wish: Report, scripted = true): Promise<Filed> {
  await sayWhat(page, wish);
  if (page.url().includes('/danger')) await goOn(page);
  await locate(page, wish);
  await addPhoto(page, wish.photo, scripted);
  await expectStep(page, 'contact');
  if (wish.name) await page.locator('[name=name]').fill(wish.name);
  if (wish.email) await page.locator('[name=email]').fill(wish.email);
  await goOn(page);
  await expectStep(page, 'check');
  await goOn(page);
  return confirmed(page);
}

/** Reads number and code from the confirmation. */
export async function confirmed(page: Page): Promise<Filed> {
  await expect(page).toHaveURL(/\/sledz\/[0-9A-Z]{13}\?przyjete=1$/);
  const main = page.locator('main');
  const reference = (await main.getAttribute('data-reference')) ?? '';
  expect(reference).toMatch(/^KRK-\d{4}-\d{6,}$/);
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
  const code = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  return { reference, code, page: `/sledz/${code}` };
}
