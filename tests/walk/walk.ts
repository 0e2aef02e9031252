/**
 * Photographs the whole product at three widths, light and dark: one sheet a page, in docs/screenshots/walk.
 *   npm run walk -- http://localhost:3000 [names of pages]     on a running demonstration
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type APIRequestContext, type Browser, type BrowserContext, chromium } from '@playwright/test';
import { unpackBrowser } from '#tests/e2e/harness/browser.ts';
import { type Known, type Stop, stops } from './pages.ts';
import { sheet } from './sheet.ts';

const FOLDER = 'docs/screenshots/walk';
const WIDTHS = [360, 768, 1440];
/** What appears when the page is there has appeared by then. */
const SETTLED_MS = 400;
const TALLEST = 1700;
const PASSWORD = process.env.DEMO_PASSWORD ?? 'krakow-demo-2026';
const [base = 'http://localhost:3000', ...only] = process.argv.slice(2);
const headers = { origin: base, accept: 'application/json' };

const PROBLEM = {
  text: 'Dziura w jezdni przed przejściem dla pieszych, głęboka na kilka centymetrów.',
  category: 'dziura-w-jezdni',
  address: 'ul. Długa 12',
  lat: '50.0686',
  lng: '19.9386',
};

async function post(request: APIRequestContext, address: string, data: Record<string, string>) {
  const answer = await request.post(base + address, { data, headers });
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Record<string, string>;
}

async function file(request: APIRequestContext, data: Record<string, string>) {
  const { id = '' } = await post(request, '/api/drafts', data);
  await post(request, `/api/drafts/${id}/contact`, {});
  return post(request, `/api/drafts/${id}/submit`, {});
}

/** The first reference that a page names, or an empty word. */
async function firstOn(request: APIRequestContext, address: string): Promise<string> {
  const text = await (await request.get(base + address)).text();
  return /KRK-\d{4}-\d{6,}/.exec(text)?.[0] ?? '';
}

async function whatThereIs(context: BrowserContext): Promise<Known> {
  const { request } = context;
  const filed = await file(request, PROBLEM);
  const asked = await file(request, {
    kind: 'QUESTION',
    text: 'Jak zameldować się na pobyt czasowy?',
    category: 'pytanie-inne',
  }).catch(() => filed);
  const { id: draft = '' } = await post(request, '/api/drafts', PROBLEM);
  const cards: unknown = await post(request, '/api/procedures', { q: 'zameldowanie', lang: 'pl' });
  return {
    problem: await firstOn(request, '/zgloszenia?kind=PROBLEM&status=done'),
    idea: await firstOn(request, '/pomysly'),
    question: asked.code ?? '',
    tracking: filed.code ?? '',
    draft,
    card: (cards as { code: string }[])[0]?.code ?? '',
    staffCase: filed.reference ?? '',
  };
}

async function picture(context: BrowserContext, stop: Stop, width: number, colorScheme: 'light' | 'dark') {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.goto(base + stop.path, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLED_MS);
  // A map asks for its marks when it is seen.
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLED_MS);
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const height = Math.min(tall, TALLEST);
  const taken = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height } });
  await page.close();
  return taken;
}

async function photograph(context: BrowserContext, stop: Stop): Promise<void> {
  const rows: Buffer[][] = [];
  for (const scheme of ['light', 'dark'] as const) {
    const row: Buffer[] = [];
    for (const width of WIDTHS) row.push(await picture(context, stop, width, scheme));
    rows.push(row);
  }
  await sheet(rows, path.join(FOLDER, `${stop.name}.webp`));
  console.log(stop.name);
}

async function contexts(browser: Browser) {
  const open = new Map<string, BrowserContext>();
  return async (as: Stop['as'] | 'resident'): Promise<BrowserContext> => {
    const known = open.get(as ?? 'resident');
    if (known) return known;
    const context = await browser.newContext({ locale: 'pl-PL', timezoneId: 'Europe/Warsaw' });
    open.set(as ?? 'resident', context);
    if (as && as !== 'resident')
      await post(context.request, '/api/session', { email: `${as}@kontakt.example`, password: PASSWORD });
    return context;
  };
}

mkdirSync(FOLDER, { recursive: true });
const unpacked = mkdtempSync(path.join(tmpdir(), 'kontakt-walk-'));
const browser = await chromium.launch(await unpackBrowser(unpacked));
try {
  const contextOf = await contexts(browser);
  const known = await whatThereIs(await contextOf('resident'));
  for (const stop of stops(known)) {
    if (only.length === 0 || only.includes(stop.name)) await photograph(await contextOf(stop.as), stop);
  }
} finally {
  await browser.close();
  rmSync(unpacked, { recursive: true, force: true });
}
