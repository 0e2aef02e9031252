import { expect, test } from './fixtures.ts';
import { fileCase, say } from './people.ts';

test('a case shows only the stations it came to, and the way still ahead @desktop', async ({
  page,
  context,
}) => {
  const stations = page.locator('.parcel .pt');
  const filed = await fileCase(context.request);
  await page.goto(filed.page);
  await expect(stations).toHaveText(['Przyjęte', 'Przekazane', 'W realizacji', 'Załatwione']);
  await say(context.request, filed, 'withdraw');
  await page.goto(filed.page);
  await expect(stations).toHaveText(['Przyjęte', 'Wycofane']);
});

test('paper has the number, the code, a way back and the phone @desktop', async ({ page, context }) => {
  const filed = await fileCase(context.request);
  await page.goto(filed.page);
  await page.emulateMedia({ media: 'print' });
  const main = page.locator('main');
  await expect(main).toContainText(filed.reference);
  await expect(main.getByRole('img', { name: /kod QR/i })).toBeVisible();
  await expect(main.locator('.keepsake a[href^="tel:"]')).toBeVisible();
  await expect(main.getByRole('button')).toHaveCount(0);
});
