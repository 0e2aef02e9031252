import { expect, test } from './fixtures.ts';

/** That the ground notices what it is there to notice: each of these must fail. */
test.describe('the ground @desktop', () => {
  test.fail('a console error fails a test', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => console.error('seen'));
  });

  test.fail('an error of a page fails a test', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => setTimeout(() => void Promise.reject(new Error('seen')), 0));
    await page.waitForTimeout(100);
  });

  test.fail('a breach of the content policy fails a test', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => document.body.append(document.createElement('style')));
    await page.evaluate(() => document.querySelector('body > style')?.append('p { color: red }'));
    await page.waitForTimeout(100);
  });

  test.fail('a page that asks somebody else fails a test', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => fetch('http://192.0.2.1/').catch(() => undefined));
  });

  test.fail('a status nobody expected fails a test', async ({ page }) => {
    await page.goto('/nie-ma-tego');
  });

  test.fail('a button without a name fails the look at accessibility', async ({ page, axe }) => {
    await page.goto('/');
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
    await axe();
  });

  test('each test comes from an address of its own', async ({ extraHTTPHeaders }) => {
    expect(extraHTTPHeaders?.['x-forwarded-for']).toMatch(/^10\.\d+\.\d+\.\d+$/);
  });
});
