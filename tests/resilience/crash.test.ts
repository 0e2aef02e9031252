import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatPhone, INFOLINE } from '#lib/i18n/phone.ts';
import { mailsIn } from '#tests/factories/mail.ts';
import { WRONG_CELLS, WRONG_POINTS } from '#tests/factories/map-sums.ts';
import {
  type Case,
  cases,
  hasPictures,
  mailFiles,
  notifications,
  photos,
  quiet,
  storedHash,
  type Undone,
  withMark,
} from './harness/kept.ts';
import { Load } from './harness/load.ts';
import { Portal, type Victim } from './harness/portal.ts';
import { browserOf } from './harness/resident.ts';

/** The worker's first, because what it had in hand is done again only after a minute. */
const VICTIMS: Victim[] = ['everything', 'worker', 'database', 'connection', 'web', 'supervisor'];
const REPORTS_BETWEEN = 6;
const QUIET_MS = 100_000;
const WHOLE_MS = 240_000;

describe('a portal whose processes are killed while people use it', () => {
  const portal = new Portal('crash');
  let load: Load;
  let left: Undone;
  let all: Case[];

  beforeAll(async () => {
    await portal.start();
    load = new Load(portal);
    for (const victim of VICTIMS) {
      await load.grow(REPORTS_BETWEEN);
      await portal.kill(victim);
      await portal.recover();
    }
    await load.grow(REPORTS_BETWEEN);
    await load.finish();
    left = await quiet(portal, QUIET_MS);
    all = await cases(portal);
  }, WHOLE_MS);

  afterAll(() => portal.remove(), 60_000);

  it('has every report whose confirmation was seen, and each once', () => {
    const filed = load.town.ledger.filed();
    expect(filed.length).toBeGreaterThanOrEqual((VICTIMS.length + 1) * REPORTS_BETWEEN);
    expect(filed.filter(({ mark }) => withMark(all, mark).length === 0)).toEqual([]);
    expect(filed.filter(({ mark }) => withMark(all, mark).length > 1)).toEqual([]);
    expect(filed.map(({ draft }) => draft).sort()).toEqual(all.map(({ draftId }) => draftId).sort());
  });

  it('shows each report under the code that was given for it', async () => {
    const browser = browserOf(portal.url, 61_000);
    for (const { code, mark } of load.town.ledger.filed()) {
      const page = await browser.get(`/sledz/${code}`);
      expect({ code, status: page.status, told: page.body.includes(mark) }).toEqual({
        code,
        status: 200,
        told: true,
      });
    }
    browser.close();
  });

  it('has done everything that the office was told is done', () => {
    const { ledger } = load.town;
    const done = ledger.done();
    expect(done.length).toBeGreaterThan(0);
    const lost = done.filter(({ code, command }) => {
      const filed = ledger.filed().find((one) => one.code === code);
      const [found] = withMark(all, filed?.mark ?? '');
      return found?.events.filter(({ type }) => type === command).length !== 1;
    });
    expect(lost).toEqual([]);
  });

  it('tells each history without a hole, up to the state of now', () => {
    for (const { events, version, status, open } of all) {
      const statuses = events.map(({ toStatus }) => toStatus);
      expect(events.map((event) => event.version)).toEqual(events.map((_event, index) => index + 1));
      expect(events.map(({ fromStatus }) => fromStatus)).toEqual([null, ...statuses.slice(0, -1)]);
      expect([events[0]?.type, statuses.at(-1), events.at(-1)?.version]).toEqual(['file', status, version]);
      expect(open).toBe(['FORWARDED', 'IN_PROGRESS'].includes(status) ? 1 : 0);
    }
  });

  it('counts on the map what there is, and every case stands where it is', async () => {
    const points = await portal.query<{ count: number }>('SELECT count(*)::int AS "count" FROM "MapPoint"');
    expect(points[0]?.count).toBeGreaterThanOrEqual(all.length);
    expect(await portal.query(WRONG_POINTS)).toEqual([]);
    expect(await portal.query(WRONG_CELLS)).toEqual([]);
  });

  it('leaves no job, mail or photo undone, none failed, and says that it is ready', async () => {
    expect(left).toEqual({ photos: 0, mails: 0, jobs: 0 });
    expect(await portal.query(`SELECT "name" FROM pgboss.job WHERE "state" = 'failed'`)).toEqual([]);
    const browser = browserOf(portal.url, 61_001);
    const { status, body } = await browser.get('/api/health/ready');
    expect({ status, body }).toMatchObject({ status: 200 });
    browser.close();
  });

  it('writes one mail for each event that somebody is told of, and no other', async () => {
    const told = await notifications(portal);
    const files = mailFiles(portal);
    expect(told.filter(({ state }) => state !== 'SENT')).toEqual([]);
    expect(told.filter(({ id }) => files(id) !== 1)).toEqual([]);
    const filed = load.town.ledger.filed();
    const expected = all.flatMap(({ id, text, events }) => {
      const reporter = filed.some(({ mark, email }) => email && text.includes(mark));
      return events.flatMap(({ type }) => [
        ...(type === 'forward' ? [`${id} forward DEPARTMENT`] : []),
        ...(reporter ? [`${id} ${type} REPORTER`] : []),
      ]);
    });
    const found = told.map(({ submissionId, event, recipient }) => `${submissionId} ${event} ${recipient}`);
    expect(found.sort()).toEqual(expected.sort());
  });

  it('writes to each person with the code of their own report', async () => {
    const mails = await mailsIn(portal.dataDir);
    for (const { email, code } of load.town.ledger.filed()) {
      if (!email) continue;
      const codes = mails.filter(({ to }) => to === email).map((mail) => mail.code?.replaceAll('-', ''));
      expect(new Set(codes)).toEqual(new Set([code]));
    }
  });

  it('keeps every photo, by its hash, ready to be shown', async () => {
    const kept = await photos(portal);
    const { ledger } = load.town;
    const sent = [...ledger.filed(), ...ledger.done()].flatMap((entry) => entry.photos);
    expect(sent.length).toBeGreaterThan(0);
    const ofCases = kept.filter(({ submissionId }) => submissionId !== null);
    expect(ofCases.map(({ sha256 }) => sha256).sort()).toEqual(sent.sort());
    for (const { id, sha256, state } of kept) {
      const stored = await storedHash(portal, id);
      expect({ id, state, stored, pictures: await hasPictures(portal, id) }).toEqual({
        id,
        state: 'READY',
        stored: sha256,
        pictures: true,
      });
    }
  });

  it('asks people to try again in a moment, with the phone number, and never speaks of a fault', () => {
    const { broken, answers } = load.troubles;
    expect(broken + answers.length).toBeGreaterThan(0);
    const wrong = answers.filter(
      ({ status, headers, body }) =>
        status !== 503 || !headers['retry-after'] || !body.includes(formatPhone(INFOLINE, 'pl')),
    );
    expect(portal.faults()).toEqual([]);
    expect(wrong.map(({ status, body }) => `${status} ${body.slice(0, 300)}`)).toEqual([]);
  });
});
