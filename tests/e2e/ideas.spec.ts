import { expectNothingSideways } from './looking.ts';
import { expect, test } from './people.ts';

test.use({ javaScriptEnabled: false });

test('an idea is shared, published and supported, and a question stays private, without a script @phone', async ({
  page,
  axe,
  desk,
  mailbox,
}) => {
  const main = page.locator('main');
  const go = () => main.locator('button.btn-main[type=submit]').last().click();
  const name = `Drzewa przy przystanku ${Date.now()}`;

  await page.goto('/zglos/pomysl');
  await axe();
  await main.locator('[name=title]').fill(name);
  await main.locator('[name=text]').fill('Latem nie da się tam wytrzymać. Wystarczą trzy lipy.');
  await go();
  await main.locator('label', { hasText: 'Zieleń' }).first().click();
  await go();
  for (const step of ['place', 'photos', 'contact']) {
    await expect(page).toHaveURL(new RegExp(`/zglos/pomysl/[0-9a-f-]{36}/${step}$`));
    await go();
  }
  await expect(main).toContainText(name);
  await axe();
  await go();
  await expect(page).toHaveURL(/przyjete=1$/);
  const reference = (await main.getAttribute('data-reference')) ?? '';
  const code = /\/sledz\/([0-9A-Z]+)/.exec(page.url())?.[1] ?? '';

  const consultant = await desk('infolinia');
  await consultant.give({ reference, code, page: '', version: 1 }, 'publish', {});
  await page.goto('/pomysly?view=newest');
  await axe();
  await main.getByRole('link', { name }).click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.locator('header nav [aria-current]')).toHaveText('Pomysły');
  const address = `popieram-${Date.now()}@example.com`;
  await main.locator('[name=email]').fill(address);
  await main.getByRole('button', { name: 'Popieram' }).click();
  await expect(main.locator('#poparcie')).toContainText('za chwilę przyjdzie wiadomość');
  const [mail] = await mailbox.wait(address, 1);
  const link = mail?.links.find((one) => one.includes('/poparcie/')) ?? '';
  await page.goto(new URL(link).pathname);
  await axe();
  await main.getByRole('button', { name: 'Tak, popieram' }).click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Popierasz ten pomysł');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/zgloszenia/${reference}`);
  await expect(main.locator('#support-count')).toContainText('1');
  await axe();
  await expectNothingSideways(page);
});
