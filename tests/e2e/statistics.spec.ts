import { expect, test } from './fixtures.ts';
import { expectNothingSideways } from './looking.ts';

test('a month can be read, filtered, sent on, saved as a file and printed', async ({
  page,
  axe,
  context,
}) => {
  await page.goto('/');
  await page.locator('footer').getByRole('link', { name: 'Statystyki' }).click();
  const main = page.locator('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(/^Statystyki: \p{L}+ 20\d\d$/u);
  await main.getByLabel('Rodzaj', { exact: true }).selectOption({ label: 'Problemy' });
  await main.getByRole('button', { name: 'Pokaż' }).click();
  await expect(page).toHaveURL(/\/statystyki\/20\d\d-\d\d\?rodzaj=PROBLEM$/);
  await page.goto('/statystyki/2026');
  await expect(main.locator('.stat-headline')).toHaveText(/^2026: \d+\sproblem\p{L}*, \d+\spomysł\p{L}*/u);
  await expect(main.getByRole('heading', { name: 'Jak to liczymy' })).toBeVisible();
  // Where a figure is missing, the reason stands beside it.
  await main
    .getByText(/^Pokaż \d+\swierszy$/)
    .last()
    .click();
  await expect(main.getByText('Kreska: rozstrzygniętych spraw było mniej niż 5').last()).toBeVisible();
  await axe();
  await expectNothingSideways(page);
  const file = main.getByRole('link', { name: 'Pobierz CSV: Według jednostki' });
  const answer = await context.request.get((await file.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toContain('text/csv');
  // What a Polish spreadsheet opens as a table: words of the page, semicolons, decimal commas.
  expect(await answer.text()).toMatch(/^\ufeffKod;Jednostka;Wpłynęło;Zakończono;/);
});

test('a period that is none is not there, and one without cases says so @desktop', async ({
  page,
  expectErrors,
}) => {
  expectErrors(/status of 404/);
  expect((await page.goto('/statystyki/2025-13'))?.status()).toBe(404);
  expect((await page.goto('/statystyki/2001-01'))?.status()).toBe(200);
  await expect(page.locator('main').getByText('W tym okresie nic nie przyszło')).toBeVisible();
});

test('in English and Ukrainian the same figures have their own words @desktop', async ({ page }) => {
  await page.goto('/en/statystyki/2026');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Statistics: 2026');
  await page.goto('/uk/statystyki/2026-10');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Статистика: жовтень 2026');
});
