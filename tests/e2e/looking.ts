import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './harness/axe.ts';

/**
 * Every page in every state it has: no violations wide and narrow, nothing to scroll sideways at 320 pixels, and enough
 * contrast in the dark.
 */

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };

/** A page to look at: an address, or an address with what to do there first. */
export type View = string | { at: string; then: (page: Page) => Promise<unknown> };

export const at = (address: string, then: (page: Page) => Promise<unknown>): View => ({ at: address, then });

/** Sends the form of the page as it is: what is missing comes back as errors. */
export const refused =
  (form: string) =>
  async (page: Page): Promise<void> => {
    await page
      .locator(`main form[action$="${form}"]`)
      .first()
      .locator('button.btn-main:not([formaction])')
      .last()
      .click();
    await expect(page).toHaveTitle(/^Błąd: /);
  };

export const unfold = (summary: string) => (page: Page) =>
  page.locator('main summary', { hasText: summary }).click();

export async function expectNothingSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .slice(0, 8);
  });
  expect(wide, `wider than the screen on ${page.url()}`).toEqual([]);
}

type Look = { page: Page; part?: string };

/** Wide in the light, then narrow in the dark: what holds for both holds for what lies between. */
export async function look({ page, part }: Look, views: View[]): Promise<void> {
  for (const view of views) {
    await page.setViewportSize(WIDE);
    // A colour on its way from light to dark is no colour of ours: nothing moves while axe looks.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(typeof view === 'string' ? view : view.at);
    if (typeof view !== 'string') await view.then(page);
    await expect(page.locator('main').getByRole('heading', { level: 1 })).toHaveCount(1);
    await expectAccessible(page, true, part);
    await page.setViewportSize(NARROW);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible(page, true, part);
    await expectNothingSideways(page);
  }
}
