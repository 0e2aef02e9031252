import { expect, test } from './fixtures.ts';

const ENDLESS = 'Najdłuższesłowo'.repeat(12);

test('one endless word never makes a page wider than a phone @phone', async ({ page, baseURL, signIn }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const headers = { origin: baseURL ?? '', accept: 'application/json' };
  const send = async (path: string, data: object) =>
    (await page.request.post(path, { data, headers })).json();
  const answers = {
    text: ENDLESS.repeat(5),
    category: 'dziura-w-jezdni',
    address: ENDLESS,
    lat: 50.0614,
    lng: 19.9372,
    name: ENDLESS.slice(0, 90),
  };
  await send('/api/drafts', { text: ENDLESS });
  const { id } = await send('/api/drafts', answers);
  const { reference, code } = await send(`/api/drafts/${id}/submit`, {});
  await signIn('infolinia');
  const paths = [
    '/zglos/problem',
    `/sledz/${code}?przyjete=1`,
    `/zgloszenia/${reference}`,
    '/staff?tab=all',
    `/staff/zgloszenia/${reference}?kontakt=1`,
  ];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator('main h1')).toBeVisible();
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways, path).toBeLessThanOrEqual(0);
  }
});
