import { test as base, expect } from '@playwright/test';
import { type DemoAccount, emailOf } from '#tests/factories/accounts.ts';
import { expectAccessible } from './harness/axe.ts';
import { type FileName, fileFor } from './harness/files.ts';
import { type Mailbox, mailboxIn } from './harness/mailbox.ts';
import { sharedByRun } from './harness/shared.ts';
import { type Watch, watch } from './harness/watch.ts';

export { expect };

const PASSWORD = 'krakow-demo-2026';

type Fixtures = {
  /** What was seen on the pages of this test; anything bad fails it at its end. */
  watched: Watch;
  /** A page of this test is meant to go wrong in this way, for example `/status of 404/`. */
  expectErrors: (pattern: RegExp) => void;
  /** The page of now has no accessibility violations. */
  axe: () => Promise<void>;
  mailbox: Mailbox;
  /** Signs this browser in as a demo account. */
  signIn: (account: DemoAccount) => Promise<void>;
  /** The path of a photo, or of something that only looks like one. */
  picture: (name: FileName) => Promise<string>;
};

let tests = 0;

/** An address that no other test has, from a range that nobody has at all. */
function ownAddress(worker: number): string {
  tests += 1;
  return `10.${worker % 256}.${Math.floor(tests / 250)}.${(tests % 250) + 1}`;
}

export const test = base.extend<Fixtures, { address: (worker: number) => string }>({
  address: [async ({ browserName: _ }, use) => use(ownAddress), { scope: 'worker' }],
  launchOptions: [
    async ({ browserName: _ }, use) => {
      const { executablePath, args } = sharedByRun().browser;
      await use({ executablePath, args });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ browserName: _ }, use) => use(sharedByRun().url),
  extraHTTPHeaders: async ({ address }, use, { workerIndex }) =>
    use({ 'x-forwarded-for': address(workerIndex) }),
  watched: [
    async ({ context }, use) => {
      const { url, tiles } = sharedByRun();
      const watched = watch(context, [url, url.replace('localhost', '127.0.0.1'), tiles]);
      await use(watched);
      expect(watched.faults(), 'what went wrong on the pages').toEqual([]);
    },
    { auto: true },
  ],
  expectErrors: async ({ watched }, use) => use(watched.expect),
  axe: async ({ page, javaScriptEnabled }, use) =>
    use(() => expectAccessible(page, javaScriptEnabled !== false)),
  mailbox: async ({ browserName: _ }, use) => use(mailboxIn(sharedByRun().dataDir)),
  signIn: async ({ context, baseURL: origin }, use) => {
    await use(async (account) => {
      const form = { email: emailOf(account), password: PASSWORD };
      const answer = await context.request.post('/api/session', { form, headers: { origin: origin ?? '' } });
      expect(answer.ok(), `signing in as ${account}`).toBe(true);
    });
  },
  picture: async ({ browserName: _ }, use) => use((name) => fileFor(sharedByRun().folder, name)),
});
