import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GET as outlines } from '#app/api/drafts/outlines/route.ts';
import { POST as point } from '#app/api/drafts/point/route.ts';
import { GET as live } from '#app/api/health/live/route.ts';
import { GET as ready } from '#app/api/health/ready/route.ts';
import { POST as links } from '#app/api/links/route.ts';
import { GET as places } from '#app/api/places/route.ts';
import { POST as signIn } from '#app/api/session/route.ts';
import { GET as categories } from '#app/api/suggest/categories/route.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env, originsOf, parseEnv } from '#lib/platform/env.ts';
import { LIMITS } from '#lib/platform/limits.ts';
import { CHANNELS, KINDS, OUTCOMES, STATUSES, WAITING_ON } from '#lib/submissions/words.ts';
import { startWorker } from '#lib/worker.ts';
import { readCategories } from '#prisma/seed/files.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import { callRoute } from '#tests/factories/request.ts';
import { aSubmission } from '#tests/factories/submission.ts';

/** What programs outside this repository count on. Whoever has to change a test here breaks one of them. */

describe('the environment', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it('has a default for every setting, and derives the rest from PORT', () => {
    expect(parseEnv({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      APP_URL: 'http://localhost:3000',
      DATA_DIR: path.resolve('.data'),
      TRUST_PROXY: 0,
      DEMO_PASSWORD: 'krakow-demo-2026',
      SEED_DEMO: false,
      DEMO_CASES: 12_000,
      OPEN311_DEMO_KEY: 'demo-key',
    });
    const moved = parseEnv({
      PORT: '4100',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/kontakt',
      EMBEDDED_DATABASE: '1',
    });
    expect(moved).toMatchObject({
      HOST: '0.0.0.0',
      APP_URL: 'http://localhost:4100',
      DATA_DIR: '/srv/kontakt',
    });
    expect([...originsOf(moved)].sort()).toEqual(['http://127.0.0.1:4100', 'http://localhost:4100']);
  });

  it('takes forms from APP_URL alone when the database is not the embedded one', () => {
    const real = parseEnv({ APP_URL: 'https://kontakt.example/', DATABASE_URL: 'postgresql://a@b/c' });
    expect([...originsOf(real)]).toEqual(['https://kontakt.example']);
  });

  it.each([
    ['https://kontakt.example', '__Host-kontakt-session', '__Host-kontakt-draft', true],
    ['http://localhost:3000', 'kontakt-session', 'kontakt-draft', false],
  ])('decides by APP_URL %s what cookies are called', async (address, session, draft, secure) => {
    vi.stubEnv('APP_URL', address);
    vi.resetModules();
    const { sessionCookie } = await import('#lib/access/session.ts');
    const { draftCookie } = await import('#lib/filing/owner.ts');
    const { deviceCookie } = await import('#lib/staff/device.ts');
    const cookies = [sessionCookie('x'), draftCookie('x'), deviceCookie('x')];
    expect(cookies[0]).toMatch(new RegExp(`^${session}=x; Path=/;`));
    expect(cookies[1]).toMatch(new RegExp(`^${draft}=x; Path=/;`));
    for (const cookie of cookies) {
      expect(cookie).toContain('; HttpOnly');
      expect(cookie.endsWith('; Secure')).toBe(secure);
    }
  });
});

describe('demo accounts', () => {
  it.each([
    ['infolinia', 'CONSULTANT', null],
    ['infolinia2', 'CONSULTANT', null],
    ['kierownik', 'SUPERVISOR', null],
    ['zdmk', 'OFFICER', 'ZDMK'],
    ['zdmk.kierownik', 'LEAD', 'ZDMK'],
    ['zzm', 'OFFICER', 'ZZM'],
    ['mpo', 'OFFICER', 'MPO'],
    ['audyt', 'AUDITOR', null],
    ['admin', 'ADMINISTRATOR', null],
  ])('%s@kontakt.example signs in with DEMO_PASSWORD as %s of %s', async (account, role, department) => {
    const email = `${account}@kontakt.example`;
    const response = await callRoute(signIn, '/api/session', {
      json: { email, password: env.DEMO_PASSWORD },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ name: expect.any(String), role });
    expect(response.headers.getSetCookie()[0]).toMatch(/^kontakt-session=\S+;/);
    expect(await db.staffUser.findUnique({ where: { email } })).toMatchObject({
      departmentCode: department,
      active: true,
    });
  });

  it('are these nine', async () => {
    expect(await db.staffUser.count()).toBe(9);
  });
});

describe('mail without SMTP_URL', () => {
  it('is one file a message, `<ISO time>-<notification id>.eml`, and nothing unfinished beside it', async () => {
    await aSubmission({ email: 'jedna@example.com' });
    await aSubmission({ email: 'druga@example.com' });
    await workOffJobs();
    const rows = await db.notification.findMany({ orderBy: { createdAt: 'asc' } });
    // The colons of the time are dashes: not every file system takes a colon in a name.
    const expected = rows.map(({ createdAt, id }) => `${createdAt.toISOString()}-${id}.eml`);
    expect(expected).toHaveLength(2);
    expect((await readdir(path.join(env.DATA_DIR, 'mail'))).sort()).toEqual(expected.sort());
    expect(await readdir(path.join(env.DATA_DIR, 'tmp'))).toEqual([]);
  });
});

describe('health', () => {
  const CHECK = { ok: expect.any(Boolean) };
  const CHECKS = {
    database: expect.objectContaining(CHECK),
    migrations: expect.objectContaining(CHECK),
    disk: expect.objectContaining(CHECK),
    jobs: expect.objectContaining(CHECK),
    mail: expect.objectContaining(CHECK),
    worker: expect.objectContaining(CHECK),
  };
  const look = async () => {
    const response = await callRoute(ready, '/api/health/ready');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    return { status: response.status, body: await response.json() };
  };

  it('live: 200 and `{status}`', async () => {
    const response = await callRoute(live, '/api/health/live');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('ready: 503 with the names of what is down, 200 when all is there', async () => {
    await workOffJobs();
    // Looked up at most every two seconds: the second look is later.
    shiftClock(3_000);
    expect(await look()).toEqual({
      status: 503,
      body: { status: 'down', down: ['worker'], checks: CHECKS },
    });
    const worker = await startWorker();
    try {
      shiftClock(6_000);
      expect(await look()).toEqual({ status: 200, body: { status: 'ok', down: [], checks: CHECKS } });
    } finally {
      await worker.stop();
    }
  });
});

describe('category suggestion', () => {
  it.each([
    ['PROBLEM', 'latarnia nie świeci, a pod nią dziura w jezdni'],
    ['IDEA', 'więcej drzew przy ulicy'],
    ['QUESTION', 'jak wyrobić dowód osobisty'],
  ])('of a %s is `[{code, name, score, reason}]`, best first, codes as in the list', async (kind, text) => {
    const query = new URLSearchParams({ kind, text, lang: 'pl' });
    const response = await callRoute(categories, `/api/suggest/categories?${query}`);
    expect(response.status).toBe(200);
    const found = (await response.json()) as { code: string; score: number }[];
    expect(found.length).toBeGreaterThan(0);
    const known = readCategories().filter((category) => category.kind === kind);
    for (const one of found) {
      expect(one).toEqual({
        code: expect.stringMatching(/^[a-z0-9-]+$/),
        name: expect.any(String),
        score: expect.any(Number),
        reason: expect.any(String),
      });
      expect(known.map(({ code }) => code)).toContain(one.code);
    }
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe('place search', () => {
  it.each(['rynek', 'Długa 12', 'a', 'park'])(
    'for %s is `[{label, lat, lng, type, district}]`',
    async (q) => {
      const response = await callRoute(places, `/api/places?${new URLSearchParams({ q, lang: 'pl' })}`);
      expect(response.status).toBe(200);
      const found = (await response.json()) as Record<string, unknown>[];
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(10);
      for (const one of found) {
        expect(Object.keys(one).sort()).toEqual(['district', 'label', 'lat', 'lng', 'type']);
        expect([typeof one.label, typeof one.type]).toEqual(['string', 'string']);
        for (const number of [one.lat, one.lng, one.district])
          expect(number === null || typeof number === 'number').toBe(true);
      }
    },
  );
});

describe('limits', () => {
  it.each([
    ['/api/places?q=rynek&lang=pl', places],
    ['/api/suggest/categories?kind=PROBLEM&text=dziura&lang=pl', categories],
    ['/api/drafts/outlines', outlines],
    ['/api/drafts/point', point, { lat: '50.0697', lng: '19.9375', lang: 'pl' }],
    ['/api/health/live', live],
  ])('let one address read %s sixty times', async (address, handler, json?: object) => {
    const clientAddress = `reader of ${address}`;
    const statuses = new Set<number>();
    for (let times = 0; times < 60; times += 1)
      statuses.add((await callRoute(handler, address, { clientAddress, json })).status);
    expect([...statuses]).toEqual([200]);
  });

  it('name the districts of a map without tiles in the language of its page', async () => {
    const answer = await callRoute(outlines, '/api/drafts/outlines?lang=uk');
    const names = ((await answer.json()) as { name: string }[]).map(({ name }) => name);
    expect(names).toHaveLength(18);
    expect(names.at(-1)).toBe('Нова Гута');
  });

  it('let one address read three hundred times a minute', () => {
    expect(LIMITS.search.hits).toBeGreaterThanOrEqual(300);
    expect(LIMITS.search.seconds).toBe(60);
  });

  /** That nobody can send `x-client-address` either: scripts/web/request-headers.test.ts. */
  it('do not believe a forwarded address, and say when to come back', async () => {
    const { hits, seconds } = LIMITS.resendLink;
    const ask = (times: number) =>
      callRoute(links, '/api/links', {
        json: { reference: `KRK-2026-${900_000 + times}`, email: 'ktos@example.com' },
        clientAddress: '203.0.113.7',
        headers: { 'x-forwarded-for': `198.51.100.${times}`, 'x-real-ip': `198.51.100.${times}` },
      });
    for (let times = 0; times < hits; times += 1) expect((await ask(times)).status).toBe(202);
    const refused = await ask(hits);
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(seconds);
    expect(await refused.json()).toMatchObject({ status: 429, code: 'TOO_MANY' });
  });
});

describe('words', () => {
  it('of statuses and the like are upper case everywhere', () => {
    for (const word of [...STATUSES, ...KINDS, ...OUTCOMES, ...WAITING_ON, ...CHANNELS])
      expect(word).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
  });
});
