import type { APIRequestContext } from '@playwright/test';
import { type Case, expect, fileCase, POTHOLE, test as people, say } from './people.ts';

/** What is not known to be anybody's: no cookie was ever set here. */
const test = people.extend<{ stranger: APIRequestContext }>({
  stranger: async ({ playwright, baseURL, extraHTTPHeaders }, use) => {
    const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders });
    await use(request);
    expect((await request.storageState()).cookies).toEqual([]);
    await request.dispose();
  },
});

/** Words that no other case has. */
const ownWords = () => `Dziura przy numerze ${Math.random().toString(36).slice(2)}.`;

async function seen(stranger: APIRequestContext, path: string): Promise<string> {
  const answer = await stranger.get(path);
  expect(answer.status(), path).toBe(200);
  return answer.text();
}

test('what was filed, released, hidden or withdrawn is seen, or not, by the very next look @desktop', async ({
  context,
  stranger,
  desk,
}) => {
  const infoline = await desk('infolinia');
  const look = async (filed: Case) => {
    const pages = ['/zgloszenia', '/en/zgloszenia?status=open', `/zgloszenia/${filed.reference}`];
    // Twice, so that the second is what was kept of the first.
    await Promise.all(pages.map((path) => seen(stranger, path)));
    return Promise.all(pages.map((path) => seen(stranger, path)));
  };
  for (let times = 0; times < 3; times += 1) {
    const text = ownWords();
    const filed = await fileCase(context.request, { ...POTHOLE, text });
    for (const page of await look(filed)) {
      expect(page).toContain(filed.reference);
      expect(page).not.toContain(text);
    }
    await infoline.give(filed, 'release', { text });
    for (const page of await look(filed)) expect(page).toContain(text);
    await infoline.give(filed, 'hide', { reasonCode: 'PERSONAL_DATA' });
    for (const page of await look(filed)) expect(page).not.toContain(text);
    await infoline.give(filed, 'release', { text });
    await look(filed);
    await say(context.request, filed, 'withdraw');
    for (const page of await look(filed)) expect(page).not.toContain(text);
  }
});

test('while many write and many look, no look is older than what was answered before it @desktop', async ({
  context,
  stranger,
  desk,
}) => {
  const infoline = await desk('infolinia');
  const filed = await fileCase(context.request);
  const path = `/zgloszenia/${filed.reference}`;
  const texts = Array.from({ length: 15 }, ownWords);
  let latest = -1;
  let writing = true;
  const write = async () => {
    for (const [index, text] of texts.entries()) {
      await infoline.give(filed, 'release', { text });
      latest = index;
    }
    writing = false;
  };
  const watch = async () => {
    while (writing) {
      const least = latest;
      const page = await seen(stranger, path);
      const shown = texts.findIndex((text) => page.includes(text));
      expect(shown, 'the text of the page').toBeGreaterThanOrEqual(least);
    }
  };
  await Promise.all([write(), ...Array.from({ length: 6 }, watch)]);
});

test('no two answers have the same nonce, and a known person gets a page of their own @desktop', async ({
  stranger,
  desk,
}) => {
  const nonces = new Set<string>();
  for (let times = 0; times < 5; times += 1) {
    const answer = await stranger.get('/karty-uslug');
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1] ?? '';
    const html = await answer.text();
    expect(html.match(/nonce="[^"]*"/g)).toEqual(
      html.match(new RegExp(`nonce="${RegExp.escape(nonce)}"`, 'g')),
    );
    expect(answer.headers()['set-cookie']).toBeUndefined();
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(5);
  const infoline = await desk('infolinia');
  expect((await infoline.request.get('/staff')).status()).toBe(200);
  expect(await (await infoline.request.get('/zgloszenia')).text()).toContain('<h1');
});
