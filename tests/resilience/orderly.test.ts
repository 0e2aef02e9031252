import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#scripts/database/launch.ts';
import { isAlive } from '#scripts/processes.ts';
import { jpeg } from '#tests/factories/pictures.ts';
import { cutOff, until } from './harness/cut.ts';
import { NoAnswer, type Reply } from './harness/http.ts';
import { cases, originals, photos, temporaryFiles, withMark } from './harness/kept.ts';
import { Ledger } from './harness/ledger.ts';
import { type MailServer, mailServer } from './harness/mail-server.ts';
import { Portal } from './harness/portal.ts';
import { aFile, atPhotos, browserOf, report, type Town } from './harness/resident.ts';

const MEGABYTE = 1024 * 1024;
const START_MS = 120_000;
const STOPS = 3;
const LANES = 5;
const RUSH_MS = 1_500;
const BACK_MS = 25_000;

const mailPort = await freePort();
const portal = new Portal('orderly', { SMTP_URL: `smtp://127.0.0.1:${mailPort}` });
let town: Town;
let numbers = 0;
let mails: MailServer | undefined;

beforeAll(async () => {
  await portal.start();
  town = { url: portal.url, ledger: new Ledger(portal.file('ledger.jsonl')), through: (ask) => ask() };
}, START_MS);

afterAll(async () => {
  await mails?.stop();
  await portal.remove();
}, 60_000);

const photosOf = async (draft: string) =>
  portal.query<{ sha256: string }>('SELECT "sha256" FROM "Photo" WHERE "draftId" = $1 ORDER BY "position"', [
    draft,
  ]);

describe('a mail server that is away', () => {
  const addresses = [1, 2, 3].map((number) => `poczta-${number}@example.com`);
  const state = () =>
    portal.query<{ state: string; tried: boolean }>(`
      SELECT n."state", n."lastError" IS NOT NULL AS "tried" FROM "Notification" n
      JOIN "Event" e ON e."id" = n."eventId" JOIN people."Contact" c ON c."submissionId" = e."submissionId"
      WHERE c."email" LIKE 'poczta-%'`);

  it('stops nobody from reporting', async () => {
    for (const email of addresses) await report(town, { number: ++numbers, email });
    await until('each mail was tried', async () => (await state()).filter(({ tried }) => tried).length === 3);
    expect((await state()).map((one) => one.state)).toEqual(['PENDING', 'PENDING', 'PENDING']);
  });

  it('gets each mail once when it is back', async () => {
    mails = await mailServer(mailPort);
    const { taken } = mails;
    await until(
      'all mails are sent',
      async () => (await state()).every((one) => one.state === 'SENT'),
      BACK_MS,
    );
    // Departments have their morning mail beside them, if the day is one.
    const theirs = taken.filter(({ to }) => [to].flat().some((address) => addresses.includes(address)));
    expect(theirs.flatMap(({ to }) => to).sort()).toEqual(addresses);
    expect(new Set(theirs.map(({ source }) => /^Message-ID: (\S+)/im.exec(source)?.[1])).size).toBe(3);
  });
});

describe('photos that do not arrive as they should', () => {
  const large = async (megabytes: number) =>
    aFile(Buffer.concat([await jpeg(), Buffer.alloc(megabytes * MEGABYTE, 7)]), 'ogromne.jpg');

  it('says which photo is too large, and keeps the one that is not', async () => {
    const { browser, draft, path } = await atPhotos(town, { number: ++numbers });
    const before = await originals(portal);
    const reply = await browser.post(path, { photos: [aFile(await jpeg()), await large(40)] });
    expect(reply.status).toBe(303);
    const page = await browser.get(reply.location);
    expect(page.body).toContain('ogromne.jpg: plik jest za duży. Zdjęcie może mieć najwyżej 10\u00a0MB.');
    expect([(await photosOf(draft)).length, await originals(portal), temporaryFiles(portal)]).toEqual([
      1,
      before + 1,
      [],
    ]);
    browser.close();
  });

  it('refuses more than it reads at all by a page that says so', async () => {
    const { browser, draft, path } = await atPhotos(town, { number: ++numbers });
    const reply = await browser.post(path, { photos: [await large(70)] });
    expect([reply.status, reply.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8']);
    expect([await photosOf(draft), temporaryFiles(portal)]).toEqual([[], []]);
    browser.close();
  });

  it('keeps nothing of five photos whose connection was lost half-way', async () => {
    const resident = await atPhotos(town, { number: ++numbers });
    const before = await originals(portal);
    const form = { photos: await fivePhotos() };
    await cutOff({ url: portal.url, ...resident }, form, 0.55, () => temporaryFiles(portal).length >= 3);
    await until('no temporary file is left', () => temporaryFiles(portal).length === 0);
    expect([await photosOf(resident.draft), await originals(portal)]).toEqual([[], before]);
    resident.browser.close();
  });

  it('has five photos, not ten, when only the answer was lost and they are sent again', async () => {
    const resident = await atPhotos(town, { number: ++numbers });
    const before = await originals(portal);
    const form = { photos: await fivePhotos() };
    const stored = async () => (await photosOf(resident.draft)).length === 5;
    await cutOff({ url: portal.url, ...resident }, form, 1, stored);
    const reply = await resident.browser.post(resident.path, form);
    expect([reply.status, reply.location]).toEqual([303, `/zglos/problem/${resident.draft}/contact`]);
    expect([(await photosOf(resident.draft)).length, await originals(portal)]).toEqual([5, before + 5]);
    await until('no temporary file is left', () => temporaryFiles(portal).length === 0);
    const ready = async () => (await photos(portal)).every(({ state }) => state === 'READY');
    await until('every photo is ready', ready, BACK_MS);
    resident.browser.close();
  });

  const fivePhotos = () =>
    Promise.all(
      [1, 2, 3, 4, 5].map(async (n) => aFile(await jpeg({ width: 1600, height: 1200 }), `${n}.jpg`)),
    );
});

describe('a portal that is asked to stop while people use it', () => {
  /** What should not happen: an answer that breaks off, or says that something is wrong. */
  const faults: string[] = [];

  /** Asks without a break until nobody takes the connection any more; says how many answers came after the request to stop. */
  async function rush(ask: () => Promise<unknown>): Promise<void> {
    for (;;) {
      try {
        await ask();
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        if (!error.untaken) faults.push(error.message);
        return;
      }
    }
  }

  const answered = async (ask: () => Promise<Reply>): Promise<Reply> => {
    const reply = await ask();
    if (reply.status >= 500) faults.push(`${reply.status} ${reply.body.slice(0, 300)}`);
    return reply;
  };

  async function readTheList(): Promise<void> {
    const browser = browserOf(portal.url, ++numbers);
    await answered(() => browser.get('/zgloszenia')).finally(() => browser.close());
  }

  async function stopInTheRush(): Promise<{ code: number | null; left: number[]; log: string }> {
    const busy = { ...town, through: answered };
    const lanes = [
      ...Array.from({ length: LANES }, () => rush(() => report(busy, { number: ++numbers }))),
      rush(readTheList),
    ];
    await sleep(RUSH_MS);
    const processes = portal.processes();
    const from = portal.databaseLog().length;
    const code = await portal.stop();
    await Promise.all(lanes);
    const left = processes.filter(isAlive);
    await portal.start();
    return { code, left, log: portal.databaseLog().slice(from) };
  }

  it(
    'answers everyone it has let in, ends with code 0, leaves no process, and closes the database in order',
    async () => {
      for (let round = 1; round <= STOPS; round += 1) {
        const { code, left, log } = await stopInTheRush();
        expect({ faults, code, left }).toEqual({ faults: [], code: 0, left: [] });
        expect(log).toContain('database system was shut down');
        expect(log).not.toMatch(/recovery|interrupted|not properly/);
      }
    },
    START_MS,
  );

  it('has every report whose confirmation was seen, and no other', async () => {
    const filed = town.ledger.filed();
    const all = await cases(portal);
    expect(filed.filter(({ mark }) => withMark(all, mark).length !== 1)).toEqual([]);
    expect(all).toHaveLength(filed.length);
  });
});
