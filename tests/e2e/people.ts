import type { APIRequestContext, BrowserContext, Locator, Page } from '@playwright/test';
import { type DemoAccount, emailOf } from '#tests/factories/accounts.ts';
import { test as base, expect } from './fixtures.ts';
import { sharedByRun } from './harness/shared.ts';
import { watch } from './harness/watch.ts';

export { expect };

/** A submission that was filed without clicking, and the version it has by now. */
export type Case = { reference: string; code: string; page: string; version: number };

/** Somebody who changes things straight at the routes: what the pages' own forms would send. */
export type Desk = {
  request: APIRequestContext;
  give: (filed: Case, command: string, fields?: Record<string, string>) => Promise<void>;
};

type People = {
  /** Another browser, watched like the first: nothing of the first one's cookies. */
  anotherBrowser: () => Promise<{ context: BrowserContext; page: Page }>;
  /** A desk of this account, beside whoever sits at the page. */
  desk: (account: DemoAccount) => Promise<Desk>;
};

const origin = () => ({ origin: sharedByRun().url, accept: 'application/json' });

export const test = base.extend<People>({
  anotherBrowser: async ({ browser }, use) => {
    const { url, tiles } = sharedByRun();
    const opened: { context: BrowserContext; faults: () => string[] }[] = [];
    await use(async () => {
      const context = await browser.newContext();
      opened.push({ context, ...watch(context, [url, tiles]) });
      return { context, page: await context.newPage() };
    });
    for (const { context } of opened) await context.close();
    // A page that is not there is told by its status in the test itself.
    const faults = opened.flatMap((one) => one.faults()).filter((fault) => !fault.includes('status of 404'));
    expect(faults, 'what went wrong in the other browser').toEqual([]);
  },
  desk: async ({ playwright, baseURL, extraHTTPHeaders }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (account) => {
      const request = await playwright.request.newContext({
        ...(baseURL && { baseURL }),
        ...(extraHTTPHeaders && { extraHTTPHeaders }),
      });
      opened.push(request);
      const data = { email: emailOf(account), password: 'krakow-demo-2026' };
      const answer = await request.post('/api/session', { data, headers: origin() });
      expect(answer.ok(), `signing in as ${account}`).toBe(true);
      return { request, give: (filed, command, fields = {}) => give(request, filed, command, fields) };
    });
    for (const request of opened) await request.dispose();
  },
});

async function give(
  request: APIRequestContext,
  filed: Case,
  command: string,
  fields: Record<string, string>,
): Promise<void> {
  const answer = await request.post(`/api/submissions/${filed.reference}/${command}`, {
    data: { ...fields, version: filed.version },
    headers: origin(),
  });
  expect(answer.status(), `${command}: ${await answer.text()}`).toBe(200);
  filed.version = ((await answer.json()) as { version: number }).version;
}

/** What the reporter of a case says, by the code. */
export function say(
  request: APIRequestContext,
  filed: Case,
  command: string,
  fields: Record<string, string> = {},
): Promise<void> {
  return give(request, filed, command, { ...fields, code: filed.code });
}

export const POTHOLE = {
  text: 'Dziura w jezdni przy przejściu, głęboka na dłoń.',
  category: 'dziura-w-jezdni',
  address: 'Karmelicka 34',
};

/** Begins a draft in this browser and leads it as far as the fields go; gives its id. */
export async function draftOf(
  request: APIRequestContext,
  fields: Record<string, string> = POTHOLE,
): Promise<string> {
  const answer = await request.post('/api/drafts', { data: fields, headers: origin() });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** Answers one step of a draft, as its form would. */
export async function answerStep(
  request: APIRequestContext,
  draft: string,
  step: string,
  fields: Record<string, string> = {},
): Promise<void> {
  const answer = await request.post(`/api/drafts/${draft}/${step}`, { data: fields, headers: origin() });
  expect(answer.status(), await answer.text()).toBe(200);
}

export async function submit(request: APIRequestContext, draft: string): Promise<Case> {
  const answer = await request.post(`/api/drafts/${draft}/submit`, { data: {}, headers: origin() });
  expect(answer.status(), await answer.text()).toBe(200);
  const { reference, code } = (await answer.json()) as { reference: string; code: string };
  return { reference, code, page: `/sledz/${code}`, version: 1 };
}

/** A case from the first word to the confirmation, as another program would file it. */
export async function fileCase(
  request: APIRequestContext,
  fields: Record<string, string> = {},
): Promise<Case> {
  return submit(request, await draftOf(request, { ...POTHOLE, ...fields }));
}

/** Sends photos to a draft, as the page's script does. */
export async function sendPhoto(
  request: APIRequestContext,
  draft: string,
  photo: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const answer = await request.post(`/api/drafts/${draft}/photos`, {
    multipart: { photos: photo },
    headers: origin(),
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Where a step of a draft is. */
export function stepOf(draft: string, step: string): string {
  return `/zglos/problem/${draft}/${step}`;
}

/** The page of a case for staff, with the form of an action open. */
export function casePage({ reference }: Case, action?: string): string {
  return `/staff/zgloszenia/${reference}${action ? `?akcja=${action}` : ''}`;
}

/** The form of a command on that page. */
export function formOf(page: Page, command: string): Locator {
  return page.locator(`main form[action$="/${command}"]`);
}
