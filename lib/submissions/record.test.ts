import { describe, expect, it } from 'vitest';
import type { Submission } from '#lib/generated/prisma/client.ts';
import { aCase, DAY, later } from '#tests/factories/case-state.ts';
import { columnsOf } from './record.ts';

const received = aCase().receivedAt;
const answerDue = later(received, 3 * DAY);
const fixDue = later(received, 14 * DAY);
const at = later(received, DAY);

/** A row as it was filed, but for what matters here; the rest is not looked at. */
const row = (facts: Partial<Submission> = {}) =>
  ({
    firstAnswerDue: answerDue,
    fixDue,
    firstAnsweredAt: null,
    resolvedAt: null,
    closedAt: null,
    objectedAt: null,
    ...facts,
  }) as Submission;
const answered = row({ firstAnsweredAt: at });
const ended = { outcome: 'FIXED', endedAt: at } as const;

describe('what is owed next, and until when', () => {
  it.each([
    ['the first answer, while nobody gave one', row(), {}, answerDue],
    ['then the fix', answered, {}, fixDue],
    ['then nothing, where no fix is promised', row({ firstAnsweredAt: at, fixDue: null }), {}, null],
    ['nothing while the reporter is asked', answered, { waitingOn: 'REPORTER', askedAt: at }, null],
    ['nothing once it is resolved', row(), { status: 'RESOLVED', ...ended }, null],
    ['nothing once it is closed', row(), { status: 'CLOSED', ...ended }, null],
  ] as const)('%s', (_title, before, state, due) => {
    expect(columnsOf(before, aCase({ ...state }), at, false).dueAt).toEqual(due);
  });

  it('a planned day lasts until Kraków’s midnight after it', () => {
    const planned = { waitingOn: 'SCHEDULED', waitingUntil: '2026-07-20' } as const;
    expect(columnsOf(answered, aCase(planned), at, false)).toMatchObject({
      dueAt: new Date('2026-07-20T22:00:00Z'),
      waitingUntil: new Date('2026-07-20T00:00:00Z'),
    });
  });

  it('the first answer stops its clock once and for all', () => {
    expect(columnsOf(row(), aCase(), at, true)).toMatchObject({ firstAnsweredAt: at, dueAt: fixDue });
    expect(columnsOf(answered, aCase(), later(at, DAY), true).firstAnsweredAt).toEqual(at);
    expect(columnsOf(row(), aCase(), at, false).firstAnsweredAt).toBeNull();
  });
});

describe('when it ended', () => {
  const end = later(at, DAY);
  const resolved = { status: 'RESOLVED', ...ended } as const;
  const closed = { status: 'CLOSED', ...ended } as const;
  it.each([
    ['resolved: now', row(), resolved, at, null],
    ['closed after that: both moments', row({ resolvedAt: at }), closed, at, end],
    ['closed at once: never resolved', row(), closed, null, end],
    [
      'closed and corrected later: still then',
      row({ resolvedAt: received, closedAt: at }),
      closed,
      received,
      at,
    ],
    ['open again: neither', row({ resolvedAt: at, closedAt: at }), {}, null, null],
  ] as const)('%s', (_title, before, state, resolvedAt, closedAt) => {
    expect(columnsOf(before, aCase({ ...state }), end, false)).toMatchObject({ resolvedAt, closedAt });
  });
});
