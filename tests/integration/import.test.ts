import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS, SYSTEM } from '#lib/access/actor.ts';
import { planEvent, planForgottenEvents } from '#lib/notifications/jobs/plan-event.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { importSubmissions } from '#lib/submissions/commands/import.ts';
import type { ImportedCase } from '#lib/submissions/imported.ts';
import { sweepCases } from '#lib/submissions/jobs/sweep-cases.ts';
import { stateOf } from '#lib/submissions/record.ts';
import { replay } from '#tests/factories/replay.ts';

const DAY = 86_400_000;
let count = 0;

/** A pothole of spring 2024 that was repaired; a test says what is otherwise. */
function anImported(wish: Partial<ImportedCase> = {}): ImportedCase {
  count += 1;
  return {
    externalId: `alt-${count}`,
    print: 'as it was',
    kind: 'PROBLEM',
    category: 'dziura-w-jezdni',
    channel: 'IMPORT',
    locale: 'pl',
    title: null,
    text: 'Dziura w jezdni przy przejściu.',
    place: {
      lat: 50.0617,
      lng: 19.9373,
      precision: 'EXACT',
      source: 'MAP',
      address: 'Rynek Główny 1',
      description: null,
      districtNumber: 1,
    },
    receivedAt: new Date('2024-03-04T09:30:00Z'),
    status: 'CLOSED',
    outcome: 'FIXED',
    endedAt: new Date('2024-03-11T10:00:00Z'),
    answeredAt: null,
    department: 'ZDMK',
    explanation: 'Dziura zalana asfaltem.',
    duplicateOf: null,
    ...wish,
  };
}

const bring = (cases: ImportedCase[], source = 'dawny-system') =>
  importSubmissions(SYSTEM, { source, cases });

const caseOf = (externalId: string) =>
  db.submission.findFirstOrThrow({
    where: { externalId },
    include: { events: { orderBy: { id: 'asc' } }, assignments: true, places: true, messages: true },
  });

const yesterday = new Date(now().getTime() - DAY / 2);
const ENDINGS = [
  'FIXED',
  'NO_FAULT_FOUND',
  'ANSWERED',
  'OUTSIDE_CITY',
  'DECLINED',
  'DUPLICATE',
  'WITHDRAWN',
] as const;
const every = [
  ...ENDINGS.flatMap((outcome) => [
    anImported({ outcome }),
    anImported({ outcome, department: null }),
    anImported({ outcome, receivedAt: yesterday, endedAt: yesterday }),
  ]),
  anImported({ status: 'RECEIVED', outcome: null, endedAt: null }),
  anImported({ status: 'RECEIVED', outcome: null, endedAt: null, department: null, place: null }),
  anImported({ status: 'FORWARDED', outcome: null, endedAt: null }),
  anImported({ status: 'IN_PROGRESS', outcome: null, endedAt: null, receivedAt: yesterday }),
  anImported({ kind: 'IDEA', category: 'pomysl-zielen', outcome: 'IMPLEMENTED', department: 'ZZM' }),
  anImported({ kind: 'IDEA', category: 'pomysl-zielen', outcome: 'DECLINED' }),
  anImported({
    kind: 'IDEA',
    category: 'pomysl-zielen',
    status: 'UNDER_REVIEW',
    outcome: null,
    endedAt: null,
  }),
  anImported({ kind: 'QUESTION', category: 'pytanie-dokumenty', outcome: 'ANSWERED', department: null }),
];

describe('an import', () => {
  beforeAll(async () => {
    await db.department.update({ where: { code: 'ZDMK' }, data: { email: 'zdmk@kontakt.example' } });
    expect(await bring(every)).toEqual({ added: every.length, known: 0, changed: [], refused: [] });
  });

  it('has a history that replays to the row, whatever became of the case', async () => {
    for (const { externalId } of every) {
      const one = await caseOf(externalId);
      const open = one.assignments.find(({ endedAt }) => endedAt === null)?.departmentCode ?? null;
      expect(replay(one), externalId).toEqual(stateOf(one, open));
      expect(one.version, externalId).toBe(one.events.at(-1)?.version);
      expect(one.events.map(({ version }) => version)).toEqual(one.events.map((_, index) => index + 1));
    }
  });

  it('ends a published idea a year after it was published, on that day and not on the day of the import', async () => {
    const open = { kind: 'IDEA', category: 'pomysl-zielen', status: 'PUBLISHED', endedAt: null } as const;
    const old = anImported({ ...open, outcome: null, answeredAt: new Date('2024-03-05T09:30:00Z') });
    const young = anImported({ ...open, outcome: null, receivedAt: yesterday });
    await importSubmissions(SYSTEM, { source: 'dawny-system', cases: [old, young], released: true });
    const lapsed = await caseOf(old.externalId);
    const ended = new Date('2025-03-05T09:31:00Z');
    expect(lapsed).toMatchObject({ status: 'CLOSED', outcome: 'EXPIRED', closedAt: ended, changedAt: ended });
    expect(replay(lapsed)).toEqual(stateOf(lapsed, null));
    expect(await caseOf(young.externalId)).toMatchObject({ status: 'PUBLISHED', outcome: null });
    expect(await sweepCases('expire')).toBe(0);
  });

  it('keeps the dates of its source and takes numbers of their year, in order of receipt', async () => {
    const one = await caseOf(every[0]!.externalId);
    expect(one.reference).toMatch(/^KRK-2024-\d{6}$/);
    expect(one.receivedAt).toEqual(new Date('2024-03-04T09:30:00Z'));
    expect(one.resolvedAt).toEqual(new Date('2024-03-11T10:00:00Z'));
    expect(one.status).toBe('CLOSED');
    expect(one.events.map(({ type }) => type)).toEqual(['file', 'forward', 'resolve', 'close']);
    expect(one.firstAnsweredAt).toBeNull();
    const [late, early] = [new Date('2023-12-31T23:30:00Z'), new Date('2024-02-01T12:00:00Z')];
    await bring([
      anImported({ externalId: 'second', receivedAt: early }),
      anImported({ externalId: 'first', receivedAt: late }),
    ]);
    const numbers = [(await caseOf('first')).reference, (await caseOf('second')).reference];
    // Half past eleven in London is the next year in Kraków.
    expect(numbers.every((number) => number.startsWith('KRK-2024-'))).toBe(true);
    expect(numbers).toEqual([...numbers].sort());
  });

  it('comes in unreleased, as imported, marked where its text speaks of a person', async () => {
    await bring([anImported({ externalId: 'person', text: 'Proszę dzwonić: 601 234 567.' })]);
    const one = await caseOf('person');
    expect(one).toMatchObject({
      channel: 'IMPORT',
      source: 'dawny-system',
      publicText: null,
      searchText: null,
    });
    expect(one.findings).toEqual(['PHONE']);
    expect(one.messages).toMatchObject([{ role: 'EXPLANATION', visibility: 'INTERNAL' }]);
  });

  it('does not even keep what was taken back', async () => {
    const withdrawn = every.find(({ outcome }) => outcome === 'WITHDRAWN');
    expect((await caseOf(withdrawn!.externalId)).text).toBeNull();
  });

  it('tells nobody, neither now nor when forgotten mails are looked for', async () => {
    const events = await db.event.findMany({ select: { id: true } });
    for (const { id } of events) expect(await planEvent(id)).toBe(0);
    expect(await planForgottenEvents()).toBe(0);
    expect(await db.notification.count()).toBe(0);
    expect(await db.$queryRaw`SELECT "name" FROM "pgboss"."job"`).toEqual([]);
  });

  it('changes nothing the second time, and names what is different at its source', async () => {
    const before = await db.submission.count();
    const again = every.map((one, index) => (index === 3 ? { ...one, print: 'changed' } : one));
    const result = await bring(again);
    expect(result).toEqual({
      added: 0,
      known: every.length - 1,
      changed: [every[3]!.externalId],
      refused: [],
    });
    expect(await db.submission.count()).toBe(before);
    // The same number of another source is another case.
    expect(await bring([every[0]!], 'inny-system')).toMatchObject({ added: 1 });
  });

  it('does each case once when two do it at the same time', async () => {
    const cases = Array.from({ length: 50 }, () => anImported());
    const results = await Promise.all([bring(cases), bring(cases)]);
    expect(results[0].added + results[1].added).toBe(50);
    for (const { externalId } of cases) expect((await caseOf(externalId)).events).toHaveLength(4);
  });

  it('joins what was joined at its source also when two bring it at the same time', async () => {
    const pairs = Array.from({ length: 20 }, () => {
      const one = anImported();
      return [one, anImported({ outcome: 'DUPLICATE', duplicateOf: one.externalId })] as const;
    });
    const results = await Promise.all([bring(pairs.flat()), bring(pairs.flat().reverse())]);
    expect(results[0].added + results[1].added).toBe(40);
    for (const [one, joined] of pairs) {
      const { id } = await caseOf(one.externalId);
      expect((await caseOf(joined.externalId)).duplicateOfId).toBe(id);
    }
  });

  it('joins what was joined at its source, to a case of the same batch or an earlier one', async () => {
    const [first, second, third] = ['joined-1', 'joined-2', 'joined-3'];
    await bring([
      anImported({ externalId: first }),
      anImported({ externalId: second, outcome: 'DUPLICATE', duplicateOf: first }),
    ]);
    await bring([
      anImported({ externalId: third, outcome: 'DUPLICATE', duplicateOf: first }),
      anImported({ externalId: 'joined-4', outcome: 'DUPLICATE', duplicateOf: second }),
    ]);
    const { id, reference } = await caseOf(first);
    for (const one of [await caseOf(second), await caseOf(third)]) {
      expect(one.duplicateOfId).toBe(id);
      expect(one.events.at(-1)).toMatchObject({ type: 'duplicate', data: { of: reference } });
    }
    // A chain of joined cases is not made.
    expect((await caseOf('joined-4')).duplicateOfId).toBeNull();
  });

  it('refuses a case that our workflow could not have led there', async () => {
    const odd = [anImported({ category: 'pomysl-zielen' }), anImported({ outcome: 'IMPLEMENTED' })];
    expect((await bring(odd)).refused).toEqual([
      { externalId: odd[0]!.externalId, why: 'WRONG_KIND' },
      { externalId: odd[1]!.externalId, why: 'WRONG_OUTCOME' },
    ]);
  });

  it('is nothing a person may do', async () => {
    await expect(importSubmissions(ANONYMOUS, { source: 'x', cases: [] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
