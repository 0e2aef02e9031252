import { describe, expect, it } from 'vitest';
import { aCase, DAY, later, MINUTE, PARTIES } from '#tests/factories/case-state.ts';
import {
  COMMANDS,
  type Command,
  KINDS,
  type Kind,
  OPEN_STATUSES,
  OUTCOMES,
  STATUSES,
  type Status,
} from './words.ts';
import { apply, ownerOf, possibleCommands } from './workflow.ts';
import { outcomesFor } from './workflow-endings.ts';
import { WORKFLOW } from './workflow-table.ts';
import type { CaseState, Given, Party } from './workflow-types.ts';

const start = aCase().receivedAt;
const given = (party: Party, at: Date, input: Given['input'] = {}): Given => ({ party, at, input });

const statusAfter = (
  state: CaseState,
  command: Command,
  party: Party,
  input: Given['input'] = {},
  at = start,
) => {
  const applied = apply(state, command, given(party, at, input));
  return applied.ok ? applied.state.status : applied.refusal;
};

const assigned = (status: Status, kind: Kind = 'PROBLEM') =>
  aCase({ status, assigned: 'zdmk', lastDepartment: 'zdmk', staffActed: true }, kind);
const resolved = (facts: Partial<CaseState> = {}) =>
  aCase({ status: 'RESOLVED', outcome: 'FIXED', endedAt: start, lastDepartment: 'zdmk', ...facts });

describe('the way of a problem', () => {
  it('leads from the pavement to the end: forward, take, plan, resolve, close', () => {
    const steps: [Command, Party, Given['input'], Status][] = [
      ['forward', 'infoline', { department: 'zdmk' }, 'FORWARDED'],
      ['take', 'department', {}, 'IN_PROGRESS'],
      ['plan', 'department', { until: '2026-03-20' }, 'IN_PROGRESS'],
      ['resolve', 'department', { outcome: 'FIXED' }, 'RESOLVED'],
      ['close', 'reporter', {}, 'CLOSED'],
    ];
    let state = aCase();
    for (const [command, party, input, status] of steps) {
      const applied = apply(state, command, given(party, start, input));
      if (!applied.ok) throw new Error(`${command}: ${applied.refusal}`);
      state = applied.state;
      expect([command, state.status]).toEqual([command, status]);
    }
    expect(state).toMatchObject({
      outcome: 'FIXED',
      assigned: null,
      lastDepartment: 'zdmk',
      waitingOn: 'NONE',
    });
  });

  it('a return gives it back to the infoline, and a later objection does not go to who said "not ours"', () => {
    const back = apply(assigned('FORWARDED'), 'return', given('department', start));
    expect(back).toMatchObject({
      ok: true,
      state: { status: 'RECEIVED', assigned: null, lastDepartment: null },
      assignment: { type: 'end', end: 'RETURNED' },
    });
  });

  it('an objection goes to the department that had it, or to the infoline when none had', () => {
    expect(apply(resolved(), 'object', given('reporter', start))).toMatchObject({
      state: { status: 'FORWARDED', assigned: 'zdmk', outcome: null, endedAt: null, reporterObjected: true },
      assignment: { type: 'open', department: 'zdmk' },
    });
    expect(apply(resolved({ lastDepartment: null }), 'object', given('reporter', start))).toMatchObject({
      state: { status: 'RECEIVED', assigned: null },
      assignment: { type: 'none' },
    });
  });

  it('a supervisor may reopen after the reporter has used the one objection', () => {
    const state = resolved({ reporterObjected: true });
    expect(statusAfter(state, 'object', 'reporter')).toBe('ALREADY_USED');
    expect(statusAfter(state, 'object', 'supervisor')).toBe('FORWARDED');
  });

  it('what was withdrawn stays withdrawn', () => {
    const state = aCase({ status: 'CLOSED', outcome: 'WITHDRAWN', endedAt: start });
    expect(statusAfter(state, 'object', 'reporter')).toBe('WRONG_STATUS');
    expect(statusAfter(state, 'object', 'supervisor')).toBe('WRONG_STATUS');
    expect(statusAfter(state, 'release', 'infoline')).toBe('WRONG_STATUS');
  });

  it('forwarding to the department that has it already is refused', () => {
    expect(statusAfter(assigned('FORWARDED'), 'forward', 'infoline', { department: 'zdmk' })).toBe(
      'SAME_DEPARTMENT',
    );
    expect(statusAfter(assigned('FORWARDED'), 'forward', 'infoline', { department: 'zzm' })).toBe(
      'FORWARDED',
    );
  });

  it.each([
    { waitingOn: 'SCHEDULED', waitingUntil: '2026-03-20' },
    { waitingOn: 'REPORTER', askedAt: start },
  ] as const)('taking it leaves what was promised or asked as it is: $waitingOn', (waiting) => {
    const state = { ...assigned('FORWARDED'), ...waiting };
    expect(apply(state, 'take', given('department', start))).toMatchObject({
      state: { status: 'IN_PROGRESS', ...waiting },
    });
  });

  it('an answer from anybody ends the waiting for a planned day', () => {
    const planned = {
      ...assigned('IN_PROGRESS'),
      waitingOn: 'SCHEDULED',
      waitingUntil: '2026-03-20',
    } as const;
    expect(apply(planned, 'ask', given('department', start))).toMatchObject({
      state: { waitingOn: 'REPORTER', waitingUntil: null, askedAt: start },
    });
  });
});

describe('the way of an idea', () => {
  it('leads over publishing, review and acceptance, and forwarding does not change where it stands', () => {
    let state = aCase({}, 'IDEA');
    for (const [command, party, status] of [
      ['publish', 'infoline', 'PUBLISHED'],
      ['start-review', 'supervisor', 'UNDER_REVIEW'],
      ['forward', 'infoline', 'UNDER_REVIEW'],
      ['accept', 'department', 'ACCEPTED'],
      ['take', 'department', 'IN_PROGRESS'],
      ['resolve', 'department', 'RESOLVED'],
    ] as const) {
      const input = { department: 'zzm', outcome: 'IMPLEMENTED' } as const;
      const applied = apply(state, command, given(party, start, input));
      if (!applied.ok) throw new Error(`${command}: ${applied.refusal}`);
      state = applied.state;
      expect([command, state.status]).toEqual([command, status]);
    }
  });

  it.each(['PROBLEM', 'QUESTION'] as const)('is not open to a %s', (kind) => {
    for (const command of ['publish', 'start-review', 'accept', 'expire'] as const) {
      expect(WORKFLOW[command].by.map((party) => statusAfter(aCase({}, kind), command, party))).toEqual(
        WORKFLOW[command].by.map(() => 'WRONG_KIND'),
      );
    }
  });
});

describe('outcomes', () => {
  it.each(KINDS)('a %s is resolved only with an outcome that fits it', (kind) => {
    for (const outcome of OUTCOMES) {
      const fits = outcomesFor(kind).includes(outcome);
      expect(statusAfter(assigned('IN_PROGRESS', kind), 'resolve', 'department', { outcome })).toBe(
        fits ? 'RESOLVED' : 'WRONG_OUTCOME',
      );
    }
  });

  it.each([
    ['redirect', 'RESOLVED', 'OUTSIDE_CITY', 'DONE'],
    ['decline', 'RESOLVED', 'DECLINED', 'DONE'],
    ['answer', 'RESOLVED', 'ANSWERED', 'DONE'],
    ['duplicate', 'CLOSED', 'DUPLICATE', 'CLOSED'],
  ] as const)('%s ends in %s with %s, and the assignment as %s', (command, status, outcome, end) => {
    expect(apply(assigned('IN_PROGRESS'), command, given('department', start))).toMatchObject({
      state: { status, outcome, endedAt: start, assigned: null },
      assignment: { type: 'end', end },
    });
  });
});

describe('terms, to the millisecond', () => {
  const asked = aCase({ status: 'FORWARDED', assigned: 'zdmk', waitingOn: 'REPORTER', askedAt: start });
  const published = aCase({ status: 'PUBLISHED', publishedAt: start }, 'IDEA');
  it.each([
    ['a reporter edits for 15 minutes', 'edit', 'reporter', aCase(), 15 * MINUTE, 'RECEIVED', 'TOO_LATE'],
    ['an objection is open for 14 days', 'object', 'reporter', resolved(), 14 * DAY, 'FORWARDED', 'TOO_LATE'],
    ['a case closes itself after 14 days', 'close', 'worker', resolved(), 14 * DAY, 'TOO_EARLY', 'CLOSED'],
    ['a question is repeated after 7 days', 'remind', 'worker', asked, 7 * DAY, 'TOO_EARLY', 'FORWARDED'],
    ['no reply ends it after 14 days', 'no-reply', 'worker', asked, 14 * DAY, 'TOO_EARLY', 'RESOLVED'],
    ['an idea expires after 365 days', 'expire', 'worker', published, 365 * DAY, 'TOO_EARLY', 'CLOSED'],
  ] as const)('%s', (_title, command, party, state, term, upTo, past) => {
    expect(statusAfter(state, command, party, {}, later(start, term - 1))).toBe(upTo);
    expect(statusAfter(state, command, party, {}, later(start, term))).toBe(upTo);
    expect(statusAfter(state, command, party, {}, later(start, term + 1))).toBe(past);
  });

  it('there is no moment at which a case can neither be objected to nor closed by itself, and none for both', () => {
    for (const offset of [-1, 0, 1]) {
      const at = later(start, 14 * DAY + offset);
      const open = (party: Party, command: Command) => apply(resolved(), command, given(party, at)).ok;
      expect([open('reporter', 'object'), open('worker', 'close')].filter(Boolean)).toHaveLength(1);
    }
  });

  it('a reporter edits only until staff first act', () => {
    expect(statusAfter(aCase({ staffActed: true }), 'edit', 'reporter')).toBe('TOO_LATE');
  });

  it('a question is repeated once', () => {
    const state: CaseState = { ...asked, reminded: true };
    expect(statusAfter(state, 'remind', 'worker', {}, later(start, 8 * DAY))).toBe('ALREADY_USED');
  });

  it('nobody is reminded, and nothing ends for want of a reply, when nothing was asked', () => {
    const late = later(start, 400 * DAY);
    expect(statusAfter(assigned('FORWARDED'), 'remind', 'worker', {}, late)).toBe('NOT_ASKED');
    expect(statusAfter(assigned('FORWARDED'), 'no-reply', 'worker', {}, late)).toBe('NOT_ASKED');
    expect(statusAfter(assigned('FORWARDED'), 'reply', 'reporter', {}, late)).toBe('NOT_ASKED');
  });
});

describe('the table', () => {
  it('has a row for every command', () => {
    expect(Object.keys(WORKFLOW).sort()).toEqual([...COMMANDS].sort());
  });

  it('a party that the row does not name is refused in every state', () => {
    for (const command of COMMANDS) {
      const others = PARTIES.filter((party) => !WORKFLOW[command].by.includes(party));
      for (const party of others) {
        for (const status of STATUSES) {
          for (const kind of KINDS)
            expect(apply(aCase({ status }, kind), command, given(party, start)).ok).toBe(false);
        }
      }
    }
  });

  it('buttons are drawn for what would be accepted, and for nothing else', () => {
    expect(possibleCommands(aCase(), 'infoline', start)).toEqual([
      'forward',
      'ask',
      'resolve',
      'answer',
      'redirect',
      'decline',
      'duplicate',
      'propose-kind',
      'convert',
      'correct',
      'release',
      'hide',
      'note',
      'hand-over',
      'link',
      'unlink',
    ]);
    expect(possibleCommands(aCase(), 'reporter', start)).toEqual(['withdraw', 'edit']);
    expect(possibleCommands(resolved(), 'reporter', start)).toEqual(['object', 'close']);
    expect(possibleCommands(assigned('FORWARDED'), 'department', start)).toContain('take');
    expect(possibleCommands(assigned('IN_PROGRESS'), 'department', start)).not.toContain('take');
  });

  it('an open case is owed by somebody, a closed one by nobody', () => {
    for (const status of OPEN_STATUSES) {
      expect(ownerOf(aCase({ status }))).toBe('infoline');
      expect(ownerOf(assigned(status))).toBe('department');
      expect(ownerOf({ ...assigned(status), waitingOn: 'REPORTER' })).toBe('reporter');
    }
    expect(ownerOf(resolved())).toBe('reporter');
    expect(ownerOf(aCase({ status: 'CLOSED' }))).toBe('nobody');
  });
});
